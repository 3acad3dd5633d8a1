"""The two figures of a service that need more than its form: they are counted every night with the others."""

from borough.forms import queries as forms
from borough.forms.measuring import queries as measuring
from borough.forms.measuring.measures import OF, RECENT
from borough.forms.measuring.period import Period
from borough.foundations.measures.registry import Measure

from . import queries

MEASURES = {
    "take-up": ("digital take-up", "per cent", "Of all that came, also on paper and by phone, what came through the "
                "form, with our help or without.", "up", "digital_take_up"),
    "cost": ("cost per transaction", "pounds", "What each way costs, times how many came that way, divided by all "
             "that came.", "down", "cost_per_transaction"),
}  # fmt: skip


def of_services():
    for form in forms.services():
        for name, (title, unit, definition, direction, figure) in MEASURES.items():
            yield Measure(
                f"{form.slug}-{name}", f"{form.title}: {title}", unit, f"{definition} {OF}", direction,
                lambda day, slug=form.slug, figure=figure: count(slug, day)[figure],
            )  # fmt: skip


def count(slug, day) -> dict:
    period = Period("30", day - RECENT, day)
    return queries.ways(slug, period, dict(measuring.sent(slug, period.first, period.last)))
