"""Times to book, by day."""

from markupsafe import Markup

from borough.design.filters import clock, weekday

from ..questions.booking import written, zoned
from .parts import Asked, govuk, own


def booking(asked: Asked):
    question, name = asked.question, asked.question.name
    mine = "" if asked.errors.get(name) else asked.answer
    days, earlier, later = question.shown(asked.typed, mine)
    drawn = [_day(name, name if not at else f"{name}-{day}", day, on, mine) for at, (day, on) in enumerate(days)]
    return own(
        "booking",
        question=question,
        legend=asked.legend,
        days=Markup("\n").join(drawn),
        any=bool(days),
        earlier=earlier,
        later=later,
        error=asked.errors.get(name),
        since=days[0][0].isoformat() if days else "",
        label=asked.label,
    )


def _day(name, prefix, day, on, mine):
    items = [{"value": written(at), "text": clock(zoned(at)), "checked": written(at) == mine} for at in on]
    legend = {"text": weekday(day), "classes": "govuk-fieldset__legend--s"}
    params = {"name": name, "idPrefix": prefix, "fieldset": {"legend": legend}, "items": items}
    return govuk("radios", "govukRadios", params | {"classes": "govuk-radios--small app-times"})
