"""The group of programme managers, for an administrator to put people in."""

from django.db import migrations


def make(apps, schema_editor):
    apps.get_model("auth.Group").objects.get_or_create(name="Programme managers")


class Migration(migrations.Migration):
    dependencies = [("workstreams", "0002_only_added_to"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
