"""Where this borough is on the web, for links in messages and in what goes to back offices."""

from django.conf import settings


def site() -> str:
    """Such as https://borough.example, without a slash at the end."""
    return getattr(settings, "SITE_URL", settings.WAGTAILADMIN_BASE_URL).rstrip("/")
