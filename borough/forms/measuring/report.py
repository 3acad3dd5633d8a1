"""One service's figures of one period, as plain data for a page, a file or a command."""

from collections import defaultdict
from decimal import Decimal

from django.utils import timezone

from borough.foundations import small

from .. import mistakes
from ..definition.form import CHECK_ANSWERS, Form
from . import figures, queries
from .models import SCORES
from .period import Period


def report(form: Form, period: Period, cost: int | None = None) -> dict:
    """Rates are per cent (Decimal), times minutes; None where there is nothing to tell them from.

    `cost` is what the service cost in that time, in pence: nobody here knows it but whoever asks.
    """
    first, last = period.first, period.last
    begun = list(queries.begun(form.slug, first, last))
    sent, opinions = queries.sent(form.slug, first, last), queries.opinions(form.slug, first, last)
    took = queries.time_taken(form.slug, first, last)
    return {
        "service": form.slug,
        "title": form.title,
        "from": first,
        "to": last,
        "begun": sum(one.count for one in begun),
        **figures.ways(begun),
        "completion_rate": figures.completion(begun),
        "forms_sent": sent.total(),
        "sent_by": {channel: sent[channel] for channel in ("online", "partner", "assisted")},
        "unassisted": figures.unassisted(sent),
        "minutes": round(Decimal(took.total_seconds()) / 60, 1) if took is not None else None,
        "satisfaction": figures.satisfaction(opinions),
        "cost_per_form": figures.cost_each(cost, sent.total()),
        "people_asked": opinions.total(),
        "opinions": {score: opinions[score] for score in SCORES},
        "over_time": _over_time(begun, period),
        "stops": [row | {"title": _title(form, row["page"])} for row in _stops(begun, form)],
        "refused": [row | _said(form, row) for row in queries.refusals(form.slug, first, last)],
    }


def _over_time(begun, period):
    by = defaultdict(list)
    for one in begun:
        by[period.step(one.day)].append(one)
    return [
        {
            "from": step,
            "label": period.label(step),
            "begun": sum(one.count for one in by[step]),
            "completion_rate": figures.completion(by[step]),
        }
        for step in period.steps()
    ]


def _stops(begun, form):
    """Without the pages where nobody stopped, in a long form."""
    rows = figures.stops(begun, [*form.pages, CHECK_ANSWERS])
    return rows if len(rows) <= 12 else [row for row in rows if row["stopped"] or row["ended"]]


def _title(form, page: str) -> str:
    if page == CHECK_ANSWERS:
        return "Check your answers"
    if page in form.pages:
        return form.pages[page].heading
    return f"A page of an older version: {page}" if page else "Not known"


def _said(form, row) -> dict:
    """The question's words, and what people were told."""
    question = form.questions.get(row["question"])
    if question is None:
        return {"label": f"A question of an older version: {row['question']}", "message": ""}
    said = (one.message for one in mistakes.messages(question, timezone.localdate()) if one.fault == row["fault"])
    return {"label": question.label, "message": next(said, "") or question.invalid(row["fault"]).message}


def publishable(data: dict) -> dict:
    """The same as it may be published.

    Without numbers from 1 to 4, by which somebody could be told apart, without rates made of so few, and without
    numbers from which those could be worked out: where one part of a total is hidden, another goes with it.
    """
    public = _without_few(data)
    for row in public.get("stops", ()):
        row.pop("left", None)  # two of them, one after the other, tell how many stopped between
    for whole, parts in _totals(data, public):
        numbers = {at: exact for at, (_, _, exact) in enumerate(parts)}
        part_of = dict.fromkeys(numbers, "whole")
        for gone in small.hidden({**numbers, "whole": data.get(whole)}, {*numbers, "whole"}, part_of):
            if gone == "whole":
                public[whole] = None
            else:
                row, key, _ = parts[gone]
                row[key] = None
    return public


def _without_few(value):
    if isinstance(value, dict):
        few = {key for key, base in BASES.items() if key in value and _few(value, base)}
        return {key: None if key in few else _without_few(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_without_few(part) for part in value]
    return None if isinstance(value, int) and small.few(value) else value


def _totals(data, public):
    """(key of the total, its parts as (where it is told, under what, the exact number)), each total once."""
    ways = ("sent", "ended", "stopped", "under_way")
    yield "begun", [(public, way, data[way]) for way in ways]
    for whole, parts in (("forms_sent", "sent_by"), ("people_asked", "opinions")):
        yield whole, [(public[parts], key, exact) for key, exact in data[parts].items()]
    for whole in ("stopped", "ended"):
        pairs = zip(data["stops"], public["stops"], strict=True)
        yield whole, [(told, whole, exact[whole]) for exact, told in pairs]
    pairs = zip(data["over_time"], public["over_time"], strict=True)
    yield "begun", [(told, "begun", exact["begun"]) for exact, told in pairs]


BASES = {
    "completion_rate": "begun",
    "unassisted": "forms_sent",
    "minutes": "forms_sent",
    "satisfaction": "opinions",
    "cost_per_form": "forms_sent",
}


def _few(value: dict, base: str) -> bool:
    base = value[base]
    return (sum(base.values()) if isinstance(base, dict) else base) < small.FEW


def rows(data: dict) -> list[list]:
    """The report as rows of a spreadsheet: part, what, number."""
    found = [["Part", "What", "Number"]]
    for key, value in data.items():
        if key in ("stops", "refused", "over_time"):
            for row in value:
                found += [[key, _name(row, part), number] for part, number in row.items() if part in NUMBERS]
        elif isinstance(value, dict):
            found += [[key, name, number] for name, number in value.items()]
        else:
            found.append(["service", key, value])
    return found


NUMBERS = ("count", "stopped", "ended", "left", "begun", "completion_rate")


def _name(row, part) -> str:
    who = ": ".join(str(row[key]) for key in ("page", "question", "fault", "from") if row.get(key))
    return who if part == "count" else f"{who}: {part}"
