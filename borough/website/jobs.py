from django.core.management import call_command

from borough.foundations.schedule.registry import every


@every("*/5 * * * *", name="website.publish_scheduled")
def publish_scheduled():
    """Pages whose hour has come, or is over."""
    call_command("publish_scheduled", verbosity=0)
