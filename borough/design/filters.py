"""Filters for templates: dates and money as people say them, and a form's faults."""

from datetime import timedelta
from decimal import Decimal

from django.template.defaultfilters import date as django_date
from django.utils import timezone
from django.utils.translation import gettext as _

from . import languages


def day(value):
    """3 April 2026."""
    if hasattr(value, "hour"):
        value = timezone.localtime(value)
    return f"{value.day} {languages.month(value)} {value.year}" if value else ""


def shortday(value):
    """3 Apr 26: where there is little room."""
    return f"{value.day} {languages.month(value)[:3]} {value:%y}"


def weekday(value):
    """Friday 3 April 2026."""
    return f"{django_date(value, 'l')} {day(value)}" if value else ""


def month(value):
    """April 2026."""
    return f"{languages.month(value)} {value.year}" if value else ""


def clock(value):
    """9:05am, 10am, midday, of a moment or a time of day."""
    value = timezone.localtime(value) if hasattr(value, "date") else value
    if (value.hour, value.minute) in {(12, 0), (0, 0)}:
        return _("midday") if value.hour else _("midnight")
    return django_date(value, "g:ia" if value.minute else "ga").replace(".", "")


def moment(value):
    """3 April 2026, 9:05am."""
    return f"{day(value)}, {clock(value)}" if value else ""


def lately(value, now=None):
    """Today 9:05am, Yesterday 4pm, Friday 9:30am; from a week on, the date."""
    if not value:
        return ""
    value, now = timezone.localtime(value), timezone.localtime(now)
    ago = now.date() - value.date()
    if not timedelta(0) <= ago < timedelta(7):
        return day(value)
    words = ("Today", "Yesterday")[ago.days] if ago.days < 2 else django_date(value, "l")
    return f"{words} {clock(value)}"


def faults(form) -> dict[str, str]:
    """A Django form's errors as the error summary wants them: field name → first message; "" for the whole form."""
    return {"" if name == "__all__" else form.add_prefix(name): found[0] for name, found in form.errors.items()}


def error_message(text):
    """What GOV.UK's macros take as `errorMessage`; None where nothing is wrong."""
    return {"text": text, "visuallyHiddenText": _("Error")} if text else None


def pounds(pence: int) -> str:
    """£1,250 or £1,250.50."""
    whole, rest = divmod(abs(pence), 100)
    return ("-" if pence < 0 else "") + f"£{whole:,}" + (f".{rest:02}" if rest else "")


def number(value) -> str:
    """12,400 or 87.5: whole where it is whole, else as many places as it has."""
    if value is None:
        return ""
    value = Decimal(value)
    text = f"{value.normalize():,f}"
    return text if "." in text or value == value.to_integral_value() else f"{value:,}"


FILTERS = {
    "number": number,
    "pounds": pounds,
    "day": day,
    "shortday": shortday,
    "weekday": weekday,
    "month": month,
    "clock": clock,
    "moment": moment,
    "lately": lately,
    "faults": faults,
    "error_message": error_message,
    "lasting": languages.lasting,
}
