"""`borough cases`: what there is, without anybody's name, and what is kept no longer."""

from django.utils import timezone

from borough.casework import definitions, retention
from borough.casework.models import Case
from borough.casework.queries import late
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun


class Command(Noun):
    help = "The cases, and how long they are kept"
    verbs = {"list": "list cases by deadline", "forget": "erase closed cases whose time is up"}

    def list_arguments(self, parser):
        parser.add_argument("--service", default="", help="only this service's, such as borrow-a-device")
        parser.add_argument("--team", default="", help="only this team's, such as grants")
        parser.add_argument("--late", action="store_true", help="only open cases past their deadline")
        parser.add_argument("--all", action="store_true", help="closed cases too")

    def list(self, options):
        cases = Case.objects.select_related("team").defer("search").order_by("due_on", "pk")
        if not options["all"]:
            cases = cases.filter(closed_at=None)
        if options["service"]:
            cases = cases.filter(slug=options["service"])
        if options["team"]:
            cases = cases.filter(team__slug=options["team"])
        if options["late"]:
            cases = cases.filter(late(timezone.localdate()))
        rows = [
            {"reference": case.reference, "service": case.slug, "state": case.state, "team": case.team.slug,
             "label": definitions.label_in_list(case), "due_on": case.due_on, "outcome": case.outcome}
            for case in cases
        ]  # fmt: skip
        self.answer({"cases": rows}, [*map(_line, rows), f"{len(rows)} cases"])

    def forget_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def forget(self, options):
        dry = options["dry_run"]
        found = list(retention.due(timezone.now()))
        count = sum(one.count if dry else retention.erase(one.records, by=SYSTEM) for one in found)
        words = "would be erased" if dry else "erased"
        self.answer({"cases": count, "dry_run": dry}, [f"{count} cases {words}"])


def _line(row) -> str:
    return f"{row['reference']:<13} {row['due_on'] or '':<11} {row['label']:<26} {row['team']:<24} {row['service']}"
