"""`borough audit of KIND ID`, `who-looked KIND ID`, `by ACTOR`, `purge --before DAY`"""

from datetime import date

from django.utils.timezone import localtime

from borough.foundations.audit import queries, retention
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun


class Command(Noun):
    help = "Who did what to which record, when and why"
    verbs = {
        "of": "what happened to a record",
        "who-looked": "who opened a record",
        "by": "what somebody did",
        "purge": f"delete events older than {retention.YEARS} years",
    }

    def of_arguments(self, parser):
        parser.add_argument("kind", metavar="KIND", help="such as case, person, document")
        parser.add_argument("id", metavar="ID")
        _add_most(parser)

    who_looked_arguments = of_arguments

    def by_arguments(self, parser):
        parser.add_argument("actor", metavar="ACTOR", help="a user's id, KIND:ID, or a kind: officer, partner, system")
        _add_most(parser)

    def purge_arguments(self, parser):
        parser.add_argument("--before", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
        parser.add_argument("--dry-run", action="store_true", help="count them only")

    def of(self, options):
        self._show(queries.named(options["kind"], options["id"]), options["most"])

    def who_looked(self, options):
        self._show(queries.looks(queries.named(options["kind"], options["id"])), options["most"])

    def by(self, options):
        self._show(queries.by(options["actor"]), options["most"])

    def purge(self, options):
        dry_run = options["dry_run"]
        try:
            count = retention.purge(before=options["before"], dry_run=dry_run, by=SYSTEM)
        except retention.TooYoung as fault:
            self.say(str(fault))
            self.answer({"error": str(fault)})
            return 1
        done = "would be deleted" if dry_run else "deleted"
        self.answer({"deleted": count, "dry_run": dry_run}, [f"{count:,} events {done}"])
        return 0

    def _show(self, events, most: int) -> None:
        found = list(events[:most])
        self.answer({"events": [_as_json(e) for e in found]}, [_as_line(e) for e in found] or ["Nothing recorded"])
        if len(found) == most:
            self.say(f"The newest {most}; for more, give --most")


def _add_most(parser) -> None:
    parser.add_argument("--most", type=int, default=200, metavar="N", help="how many, newest first (200)")


def _as_json(event) -> dict:
    return {
        "at": event.at.isoformat(),
        "actor": {"kind": event.actor_kind, "id": event.actor_id, "name": event.actor_name},
        "action": event.action,
        "record": {"kind": event.record_kind, "id": event.record_id},
        "reason": event.reason,
        "data": event.data,
    }


def _as_line(event) -> str:
    who = f"{event.actor_name or event.actor_kind}{f' ({event.actor_kind} {event.actor_id})' if event.actor_id else ''}"
    what = f"{localtime(event.at):%Y-%m-%d %H:%M:%S}  {event.action}  {event.record_kind} {event.record_id}  by {who}"
    return f"{what}: {event.reason}" if event.reason else what
