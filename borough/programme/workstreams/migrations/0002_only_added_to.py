from django.db import migrations

from borough.foundations.append_only import fix, keep


class Migration(migrations.Migration):
    dependencies = [("workstreams", "0001_initial")]
    operations = [
        keep("workstreams_statuschange", "workstreams_update", "workstreams_rewording", "workstreams_forecast"),
        fix("workstreams_milestone", "planned_for"),
    ]
