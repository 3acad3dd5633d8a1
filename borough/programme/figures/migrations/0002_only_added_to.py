from django.db import migrations

from borough.foundations.append_only import keep


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_initial")]
    operations = [keep("figures_typedreading", "figures_revision")]
