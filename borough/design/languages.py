"""The languages that residents may read in, and our own words in them.

Our words are in gettext catalogues: borough/locale/<language>/LC_MESSAGES/django.po. Babel reads them as they are, when
a process first speaks that language: there is nothing to compile beforehand, and nothing that can be out of date. A
process that speaks only English does not load it.
"""

from contextlib import contextmanager
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext, ngettext, trans_real
from django.utils.translation import gettext_noop as N_

LANGUAGES = {"en": "English", "cy": "Cymraeg"}
LOCALE = Path(__file__).resolve().parent.parent / "locale"
ENGLISH = "en-gb"
LENGTHS = {
    "day": lambda count: ngettext("{count} day", "{count} days", count),
    "week": lambda count: ngettext("{count} week", "{count} weeks", count),
    "month": lambda count: ngettext("{count} month", "{count} months", count),
    "year": lambda count: ngettext("{count} year", "{count} years", count),
}
MONTHS = [  # Django has one of these wrong in Welsh
    *(N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June")),
    *(N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December")),
]


@contextmanager
def speaking(language: str):
    """Within it, `gettext` gives our words in `language`."""
    if language != "en":
        _ready(language)
    with translation.override(ENGLISH if language == "en" else language):
        yield


def spoken() -> str:
    """The language spoken now: en or cy."""
    return (translation.get_language() or "en")[:2]


def month(date) -> str:
    """April, or Ebrill."""
    return gettext(MONTHS[date.month - 1])


def lasting(text: str) -> str:
    """A length of time such as "30 days" or "2 years"."""
    count, unit = text.split()
    return LENGTHS[unit.rstrip("s")](int(count)).format(count=count)


@cache
def _ready(language: str) -> None:
    """Give Django our catalogue, which it would only read from a compiled file."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (LOCALE / language / "LC_MESSAGES/django.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    compiled.seek(0)
    trans_real.translation(language).merge(GNUTranslations(compiled))
