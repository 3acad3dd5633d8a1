"""A front page from the first minute, in place of Wagtail's own welcome."""

from django.db import migrations


def make(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    HomePage = apps.get_model("website.HomePage")
    kind, _ = ContentType.objects.get_or_create(model="homepage", app_label="website")

    Site.objects.all().delete()
    Page.objects.filter(depth=2, slug="home", url_path="/home/").delete()
    front = HomePage.objects.create(
        title="How can we help?",
        draft_title="How can we help?",
        slug="front",
        content_type=kind,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/front/",
        locale_id=Page.objects.get(depth=1).locale_id,
    )
    Site.objects.create(hostname="localhost", root_page=front, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [("website", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
