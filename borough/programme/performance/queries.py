"""How a service does, as anybody may read it: the four figures that a government service has to publish."""

import datetime
from collections import defaultdict

from django.http import Http404
from django.utils import timezone

from borough.forms import queries as forms
from borough.forms.measuring import figures
from borough.forms.measuring import queries as measuring
from borough.forms.measuring.period import Period
from borough.forms.measuring.report import publishable, report
from borough.foundations import small
from borough.foundations.measures import queries as measures
from borough.foundations.people.models import Team

from . import costs
from .models import DIGITAL, ChannelCost, Elsewhere, Stage, StageChange

COUNTED = {
    "completion": "completion_rate",
    "take-up": "digital_take_up",
    "satisfaction": "satisfaction",
    "cost": "cost_per_transaction",
    "transactions": "transactions",
}  # what a measure's key ends in → what the figure is called


def service(slug: str):
    """The live service. Raises Http404."""
    try:
        return forms.live(slug)
    except (forms.NoService, forms.Faulty):
        raise Http404(slug) from None


def period(days: str | None) -> Period:
    """Up to yesterday, so that it says the same all day: three months, unless asked for another time."""
    return Period.of(days or "91", timezone.localdate() - datetime.timedelta(days=1))


def performance(form, period: Period) -> dict:
    """Its public report with the four figures first. Rates are per cent, cost in pounds; None: nothing to tell."""
    exact = report(form, period)
    found = publishable(exact) | ways(form.slug, period, exact["sent_by"])
    del found["cost_per_form"]
    first = ("service", "title", "from", "to", "completion_rate", "digital_take_up", "satisfaction")
    order = [*first, "cost_per_transaction", "transactions"]
    return {name: found[name] for name in order} | {name: one for name, one in found.items() if name not in order}


def ways(slug: str, period: Period, sent: dict[str, int]) -> dict:
    """{digital_take_up, cost_per_transaction, transactions, elsewhere, uncosted}: with what no form sees counted in."""
    elsewhere = _elsewhere(slug, period)
    total = sum(sent.values()) + sum(elsewhere.values())
    found = {"digital_take_up": None, "cost_per_transaction": None, "uncosted": []}
    if total >= small.FEW:
        found["digital_take_up"] = figures.take_up(sum(sent.values()), sum(elsewhere.values()))
        pence, found["uncosted"] = _spent(slug, period, sent | elsewhere)
        if not found["uncosted"]:
            found["cost_per_transaction"] = costs.each(pence, total)
    found["transactions"] = None if small.few(total) else total
    found["elsewhere"] = {way: None if small.few(count) else count for way, count in elsewhere.items()}
    return found


def all_services() -> list[dict]:
    """{service, title, as_at, …the four figures}: every live service, as counted last night over 30 days.

    Reads what was counted, so that it costs the same however many services there are and however busy they were.
    """
    live = forms.services()
    keys = {f"{form.slug}-{name}": (form.slug, kpi) for form in live for name, kpi in COUNTED.items()}
    found = {
        form.slug: {"service": form.slug, "title": form.title, "as_at": None} | dict.fromkeys(COUNTED.values())
        for form in live
    }
    for key, row in measures.latest(keys).items():
        slug, kpi = keys[key]
        found[slug] |= {kpi: row.value, "as_at": row.day}
    return list(found.values())


def _elsewhere(slug, period) -> dict[str, int]:
    """What came by ways that no form sees, in whole periods told that lie in this one."""
    found = defaultdict(int)
    end = period.last + datetime.timedelta(days=1)
    for row in Elsewhere.objects.filter(slug=slug, first_day__gte=period.first, end_day__lte=end):
        found[row.channel] += row.count
    return dict(found)


def _spent(slug, period, counts) -> tuple[int, list[str]]:
    """(pence, the ways whose cost nobody gave)."""
    prices = defaultdict(list)
    for row in ChannelCost.objects.filter(slug=slug, from_day__lte=period.last).order_by("from_day", "pk"):
        prices[row.channel].append((row.from_day, row.pence))
    spent, without = 0, []
    for way, count in counts.items():
        if not count:
            continue
        known = costs.spans(prices[way], period.first, period.last)
        if not known or known[0][0] > period.first:
            without.append(way)
        elif len(known) == 1 or way not in DIGITAL:
            spent += known[-1][2] * count
        else:
            spent += sum(pence * measuring.sent(slug, first, last)[way] for first, last, pence in known)
    return spent, without


def channel_costs(slug: str):
    return ChannelCost.objects.filter(slug=slug).order_by("channel", "-from_day", "-pk")


def counts_elsewhere(slug: str):
    return Elsewhere.objects.filter(slug=slug).order_by("-first_day", "channel")


def rollout() -> tuple[list[dict], list[str]]:
    """(rows, stages): for each directorate its services by stage, those of Borough and those still to come.

    A row is {directorate, stages: {stage: [{title, href, since}]}, count}.
    """
    teams = {team.slug: team.directorate.name for team in Team.objects.select_related("directorate")}
    listed = [
        {"directorate": teams.get(one["team"], "Not named yet"), "stage": one["stage"], "title": one["title"],
         "slug": one["slug"], "since": timezone.localdate(one["since"])}
        for one in forms.stages()
    ]  # fmt: skip
    ours = {one["slug"] for one in listed}
    listed += [
        {"directorate": one.directorate.name, "stage": one.stage, "title": one.title, "slug": "",
         "since": timezone.localdate(one.at)}
        for one in planned()
        if one.key not in ours
    ]  # fmt: skip
    rows: dict[str, dict] = {}
    for one in sorted(listed, key=lambda one: one["title"].lower()):
        row = rows.setdefault(one["directorate"], {stage: [] for stage in Stage.values})
        row[one["stage"]].append(one)
    found = [
        {"directorate": name, "stages": stages, "count": sum(map(len, stages.values()))}
        for name, stages in sorted(rows.items())
    ]
    return found, list(Stage.values)


def planned() -> list[StageChange]:
    """Every service told of that Borough does not run, as it stands."""
    latest = StageChange.objects.select_related("directorate").order_by("key", "-at", "-pk").distinct("key")
    return sorted(latest, key=lambda one: one.title.lower())
