"""The template environment every page is made in."""

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from borough.design.filters import FILTERS
from borough.design.languages import spoken
from borough.design.scripts import READY


def environment(**options):
    """Jinja with GOV.UK's macros under `govuk_frontend_jinja/`."""
    macros = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], macros])
    env = Environment(**options)  # noqa: S701  Django turns escaping on in the options
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(gettext, ngettext, newstyle=True)
    env.policies["ext.i18n.trimmed"] = True
    env.trim_blocks = env.lstrip_blocks = True
    env.globals |= {
        "static": static,
        "url": lambda name, *args, **kwargs: reverse(name, args=args, kwargs=kwargs),
        "demonstration": settings.DEMONSTRATION,
        "ready_script": READY,
        "now": timezone.localtime,
        "spoken": spoken,
    }
    env.filters |= FILTERS
    return env
