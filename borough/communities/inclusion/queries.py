"""From rows to facts, and from facts to the borough's line."""

import datetime
from collections import Counter, defaultdict

from django.db.models import Exists, OuterRef
from django.utils import timezone

from borough.communities.devices.models import Loan
from borough.communities.learning.models import Booking, Check
from borough.communities.referrals.models import Referral
from borough.foundations import small
from borough.foundations.gazetteer.models import Address, Ward
from borough.foundations.people.models import Person

from . import rules
from .models import Baseline, Statement

CAVEAT = (
    "People confirmed are those whom the alliance knows and asked within 12 months. People excluded is an estimate "
    "from a survey. So the line is what we can show, and not all who are online."
)
SUITABLE = ("laptop", "tablet", "phone")  # a dongle is no device to do things on
YEAR = datetime.timedelta(days=366)
BATCH = 2_000


def facts(people) -> dict:
    """{person's id: Facts} in seven queries, however many they are."""
    ids = [person.pk for person in people]
    found = {pk: defaultdict(list) for pk in ids}
    for one in Statement.objects.filter(person__in=ids):
        found[one.person_id][f"{one.kind}s"].append(rules.Said(one.on, one.holds, one.evidence))
    for check in Check.objects.filter(person__in=ids):
        evidence = "Somebody saw it" if check.shown else "By their answers"
        into = found[check.person_id]
        into["tasks"] += [(task, rules.Said(check.taken_on, how == "alone")) for task, how in check.answers.items()]
        if check.confidence is not None:
            into["confidence"].append(rules.Said(check.taken_on, check.confidence >= rules.SURE, evidence))
    for loan in Loan.objects.filter(person__in=ids, device__kind__in=SUITABLE).select_related("device"):
        ended = loan.ended_at and timezone.localdate(loan.ended_at)
        due = datetime.date.max if loan.ended == "gifted" else loan.due_on
        until = None if loan.ended == "gifted" else ended
        lent = rules.Lent(timezone.localdate(loan.lent_at), until, due, loan.device.get_kind_display())
        found[loan.person_id]["loans"].append(lent)
    came = Booking.objects.filter(person__in=ids, state="came").values_list("person", "session__starts_at")
    for person, at in came:
        found[person]["sessions"].append(timezone.localdate(at))
    for person, at in Referral.objects.filter(person__in=ids).values_list("person", "made_at"):
        found[person]["referrals"].append(timezone.localdate(at))
    return {pk: rules.Facts(**{name: tuple(rows) for name, rows in known.items()}) for pk, known in found.items()}


def standing(person, day: datetime.date | None = None) -> rules.Standing:
    return rules.standing(facts([person])[person.pk], day or timezone.localdate())


def included(day: datetime.date) -> dict[int | None, int]:
    """{ward: people included on that day}. Only those who could be are looked at one by one."""
    since = day - YEAR
    sure = Check.objects.filter(person=OuterRef("pk"), confidence__gte=rules.SURE, taken_on__range=(since, day))
    online = Statement.objects.filter(
        person=OuterRef("pk"), kind="connection", enough=True, affordable=True, on__range=(since, day)
    )
    people = list(Person.objects.filter(Exists(sure), Exists(online)).only("uprn", "postcode"))
    count: Counter = Counter()
    for start in range(0, len(people), BATCH):
        some = people[start : start + BATCH]
        known = facts(some)
        there = [one for one in some if rules.holds_all(known[one.pk], day)]
        count.update(wards(there).values())
    return dict(count)


def reached():
    """Everybody whom the alliance or the library has had something to do with."""
    return Person.objects.filter(
        Exists(Check.objects.filter(person=OuterRef("pk"))) | Exists(Statement.objects.filter(person=OuterRef("pk")))
        | Exists(Booking.objects.filter(person=OuterRef("pk"))) | Exists(Referral.objects.filter(person=OuterRef("pk")))
        | Exists(Loan.objects.filter(person=OuterRef("pk")))
    )  # fmt: skip


def not_reached() -> int | None:
    """An estimate: those excluded at baseline, less everybody whom we know. None where there is no baseline."""
    whole = Baseline.objects.filter(ward=None).order_by("-as_at").first()
    return max(whole.excluded - reached().count(), 0) if whole else None


def stages(day: datetime.date) -> list[tuple[str, int | None]]:
    """How many stand at each stage, of those who are known here; few are hidden."""
    count: Counter = Counter()
    people = list(reached().only("pk"))
    for start in range(0, len(people), BATCH):
        known = facts(people[start : start + BATCH])
        count.update(rules.standing(one, day).stage for one in known.values())
    hidden = small.hidden(dict(count), set(count), {})
    return [(name, None if key in hidden else count[key]) for key, name in rules.STAGES.items() if key != "not_reached"]


def line(day: datetime.date) -> dict:
    """Confirmed over excluded at baseline, for the borough and by ward, with 1 to 4 people hidden."""
    confirmed = included(day)
    baselines = {one.ward_id: one for one in Baseline.objects.order_by("as_at")}
    total, whole = sum(confirmed.values()), baselines.get(None)
    wards = {str(ward.pk): ward for ward in Ward.objects.order_by("name")}
    values = {key: confirmed.get(ward.pk, 0) for key, ward in wards.items()} | {"": total}
    elsewhere = {"elsewhere": confirmed.get(None, 0)} if confirmed.get(None) else {}
    values |= elsewhere
    parts = dict.fromkeys([*wards, *elsewhere], "")
    hidden = small.hidden(values, set(values), parts)
    rows = [
        {
            "ward": ward.name, "confirmed": None if key in hidden else values[key],
            "excluded": baselines[ward.pk].excluded if ward.pk in baselines else None,
        }
        for key, ward in wards.items()
    ]  # fmt: skip
    if elsewhere:
        rows.append({"ward": "Not known", "confirmed": None if "elsewhere" in hidden else elsewhere["elsewhere"],
                     "excluded": None})  # fmt: skip
    return {
        "confirmed": None if "" in hidden else total, "excluded": whole and whole.excluded, "baseline": whole,
        "percent": round(100 * total / whole.excluded, 2) if whole and whole.excluded and "" not in hidden else None,
        "rows": rows, "caveat": CAVEAT, "day": day,
    }  # fmt: skip


def wards(people) -> dict:
    """{person's id: ward's id or None}, by their property, else by their postcode."""
    uprns = [one.uprn for one in people if one.uprn]
    by_uprn = dict(Address.objects.filter(uprn__in=uprns).values_list("uprn", "ward"))
    codes = {one.postcode for one in people if one.postcode}
    by_code = dict(Address.objects.filter(postcode__in=codes).exclude(ward=None).values_list("postcode", "ward"))
    return {one.pk: by_uprn.get(one.uprn) or by_code.get(one.postcode) for one in people}
