"""`borough prepare`: what a new version needs before it serves."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from borough.config import start
from borough.forms.models import Publication


class Command(BaseCommand):
    help = "Make the tables, the shared cache and the static files of this version ready; safe to repeat"
    requires_system_checks = []

    def handle(self, **options):
        with start.alone():
            self.say("Making the tables")
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
        if not settings.WHITENOISE_USE_FINDERS:
            self.say("Gathering the static files")
            call_command("collectstatic", verbosity=0, interactive=False)
        if not Publication.objects.exists():  # later on somebody decides when a changed one goes live
            self.say("Publishing the services")
            call_command("services", "publish")
        start.prepare(self.say)
        self.say("Ready. Start `borough serve` and `borough worker` anew.")

    def say(self, line):
        self.stderr.write(line, lambda text: text)
