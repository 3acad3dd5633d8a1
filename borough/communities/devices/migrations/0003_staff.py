"""The group of those who work at the library's counter, for an administrator to put people in."""

from django.db import migrations


def make(apps, schema_editor):
    apps.get_model("auth.Group").objects.get_or_create(name="Device library")


class Migration(migrations.Migration):
    dependencies = [("devices", "0002_cleared"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
