"""The group of those who may write alerts: into the editor, and there only to these."""

from django.db import migrations


def make(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    Permission = apps.get_model("auth.Permission")
    ContentType = apps.get_model("contenttypes.ContentType")
    kind, _ = ContentType.objects.get_or_create(app_label="alerts", model="alert")
    group, _ = Group.objects.get_or_create(name="Emergency publishers")
    for verb in ("add", "change", "delete", "view"):
        permission, _ = Permission.objects.get_or_create(
            content_type=kind, codename=f"{verb}_alert", defaults={"name": f"Can {verb} alert"}
        )
        group.permissions.add(permission)
    admin, _ = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    access, _ = Permission.objects.get_or_create(
        content_type=admin, codename="access_admin", defaults={"name": "Can access Wagtail admin"}
    )
    group.permissions.add(access)


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
