"""`borough messages`: what is in the outbox, and trying again what failed."""

from django.core.management.base import CommandError

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun

from ... import actions, queries
from ...models import Message


class Command(Noun):
    help = "The outbox: list messages, try failed ones again"
    verbs = {"list": "the newest messages, without their words", "retry": "try failed messages again"}

    def list_arguments(self, parser):
        parser.add_argument("--failed", action="store_true", help="only those nobody got")
        parser.add_argument("--most", type=int, default=50, help="how many (50)")

    def list(self, options):
        found = queries.failed() if options["failed"] else Message.objects.order_by("-pk")
        rows = [_row(message) for message in found[: max(options["most"], 0)]]
        counts = queries.counts()
        lines = [
            f"{row['id']:>8}  {row['status']:<9}  {row['channel']:<6}  {row['about'] or '-'}  {row['error']}"
            for row in rows
        ]
        told = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "no messages"
        self.answer({"messages": rows, "counts": counts}, [*lines, told])

    def retry_arguments(self, parser):
        parser.add_argument("id", nargs="*", type=int, help="the messages to try again")
        parser.add_argument("--all", action="store_true", help="every failed message")

    def retry(self, options):
        if bool(options["id"]) == options["all"]:
            raise CommandError("Say which messages to try again: their numbers, or --all.")
        found = queries.failed() if options["all"] else Message.objects.filter(pk__in=options["id"])
        problems = [
            {"id": id, "message": "There is no such message."}
            for id in options["id"]
            if id not in {m.pk for m in found}
        ]
        retried = []
        for message in found:
            try:
                retried.append(actions.retry(message=message, by=SYSTEM).pk)
            except actions.Unsendable as problem:
                problems.append({"id": message.pk, "message": str(problem)})
        for problem in problems:
            self.say(f"{problem['id']}: {problem['message']}")
        self.answer({"retried": retried, "problems": problems}, [f"{len(retried)} will be tried again."])
        return 1 if problems else 0


def _row(message) -> dict:
    """No address and no words: this is printed on screens and kept in terminals."""
    return {
        "id": message.pk, "status": message.status, "channel": message.channel, "about": message.about,
        "attempts": message.attempts, "error": message.error,
        "due_at": message.due_at, "created_at": message.created_at,
    }  # fmt: skip
