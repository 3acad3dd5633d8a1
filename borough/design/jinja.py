"""The template environment every page is made in."""

from django.conf import settings
from django.template.defaultfilters import date as django_date
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from borough.design.scripts import READY


def environment(**options):
    """Jinja with GOV.UK's macros under `govuk_frontend_jinja/`."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], macros])
    env = Environment(**options)
    env.trim_blocks = env.lstrip_blocks = True
    env.globals |= {
        "static": static,
        "url": lambda name, *args, **kwargs: reverse(name, args=args, kwargs=kwargs),
        "demonstration": settings.DEMONSTRATION,
        "ready_script": READY,
        "now": timezone.localtime,
    }
    env.filters |= {"day": day, "moment": moment}
    return env


def day(value):
    """3 April 2026."""
    if hasattr(value, "hour"):
        value = timezone.localtime(value)
    return django_date(value, "j F Y") if value else ""


def moment(value):
    """3 April 2026, 9:05am."""
    return django_date(timezone.localtime(value), "j F Y, g:ia").replace("a.m.", "am").replace("p.m.", "pm") if value else ""


