from django.db import migrations

from borough.foundations.append_only import keep


class Migration(migrations.Migration):
    dependencies = [("declaration", "0001_initial")]
    operations = [keep("declaration_projectstatus", "declaration_statement", "declaration_assessment")]
