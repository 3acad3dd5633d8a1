from django.db import migrations

from borough.foundations.append_only import keep


class Migration(migrations.Migration):
    dependencies = [("performance", "0001_initial")]
    operations = [keep("performance_channelcost", "performance_elsewhere", "performance_stagechange")]
