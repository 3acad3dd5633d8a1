import datetime
from pathlib import Path
from uuid import UUID

from django.core.management.base import CommandError
from django.utils import timezone

from borough.casework.models import Case
from borough.communities.inclusion import importing, queries, rules
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun
from borough.foundations.people.models import Person


class Command(Noun):
    help = "Who is digitally included: why somebody is or is not, the borough's line, and what it is measured against."
    verbs = {
        "explain": "say which facts hold for a person, which lapsed and when, and the next offer",
        "line": "people confirmed over people excluded at baseline, by ward",
        "baseline": "take in how many were excluded at the start (CSV: ward, adults, excluded)",
        "deri": "take in the Digital Exclusion Risk Index as context (CSV: code, name, score)",
    }

    def explain_arguments(self, parser):
        parser.add_argument("person", help="their number, their e-mail address, or the reference of a case of theirs")
        parser.add_argument("--day", type=_day, default=None, help="as at that day: 2026-11-20")

    def line_arguments(self, parser):
        parser.add_argument("--day", type=_day, default=None)

    def baseline_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--source", required=True)
        parser.add_argument("--as-at", type=_day, required=True)

    def deri_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--version", required=True, dest="release")

    def explain(self, options):
        person = _person(options["person"])
        found = queries.standing(person, options["day"])
        rows = [
            {
                "fact": one.key, "holds": one.holds, "since": _iso(one.since), "until": _iso(one.until),
                "lapsed_on": _iso(one.lapsed_on), "missing": list(one.missing), "evidence": one.evidence,
            }
            for one in found.conditions
        ]  # fmt: skip
        answer = {
            "person": str(person.pk), "day": found.day.isoformat(), "stage": found.stage, "included": found.included,
            "facts": rows, "next_offer": found.next_offer,
        }  # fmt: skip
        self.answer(answer, [f"{rules.STAGES[found.stage]} on {found.day}", *map(_line, found.conditions),
                             f"Next: {found.next_offer}"])  # fmt: skip

    def line(self, options):
        found = queries.line(options["day"] or timezone.localdate())
        answer = {name: found[name] for name in ("confirmed", "excluded", "percent", "caveat", "rows")}
        told = "hidden" if found["confirmed"] is None else found["confirmed"]
        self.answer(answer, [f"{told} confirmed of {found['excluded'] or 'not known'} excluded", found["caveat"]])

    def baseline(self, options):
        many = _take_in(importing.baseline, options, source=options["source"], as_at=options["as_at"])
        self.answer({"rows": many}, [f"{many} rows"])

    def deri(self, options):
        many = _take_in(importing.deri, options, version=options["release"])
        self.answer({"rows": many}, [f"{many} areas, as context and never a target"])


def _take_in(take_in, options, **more) -> int:
    try:
        return take_in(options["file"].read_bytes(), by=SYSTEM, **more)
    except OSError as fault:
        raise CommandError(f"Cannot read {options['file']}: {fault.strerror}.") from fault
    except importing.BadList as fault:
        raise CommandError(f"{fault}.") from fault


def _person(text: str) -> Person:
    try:
        found = list(Person.objects.filter(pk=UUID(text)))
    except ValueError:
        found = list(Person.objects.filter(email__iexact=text)[:2]) if "@" in text else []
        found = found or [case.person for case in Case.objects.filter(reference__iexact=text).select_related("person")]
    if len(found) != 1:
        raise CommandError(
            f"{len(found) or 'No'} people are known as {text!r}. Give their number, or a case of theirs."
        )
    return found[0]


def _line(one: rules.Condition) -> str:
    if one.holds:
        return f"  yes  {one.name}: since {one.since}, until {one.until}. {one.evidence}"
    lapsed = f" It lapsed on {one.lapsed_on}." if one.lapsed_on else ""
    return f"  no   {one.name}.{lapsed} Missing: {', '.join(one.missing)}"


def _iso(day):
    return day.isoformat() if day else None


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
