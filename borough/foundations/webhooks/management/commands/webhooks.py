"""`borough webhooks`: what back offices were told, and sending it again."""

from django.core.management.base import CommandError

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun

from ... import actions, queries
from ...models import Delivery


class Command(Noun):
    help = "Web hooks: list deliveries, send failed ones again"
    verbs = {"list": "the newest deliveries", "retry": "send deliveries again"}

    def list_arguments(self, parser):
        parser.add_argument("--failed", action="store_true", help="only those that were not delivered")
        parser.add_argument("--most", type=int, default=50, help="how many (50)")

    def list(self, options):
        found = queries.failed() if options["failed"] else queries.deliveries()
        rows = [_row(delivery) for delivery in found[: max(options["most"], 0)]]
        lines = [f"{r['id']:>8}  {r['status']:<9}  {r['event']}  {r['to']}  {r['about']}  {r['error']}" for r in rows]
        self.answer({"deliveries": rows}, lines or ["no deliveries"])

    def retry_arguments(self, parser):
        parser.add_argument("id", nargs="*", type=int, help="the deliveries to send again")
        parser.add_argument("--all", action="store_true", help="every one that failed")

    def retry(self, options):
        if bool(options["id"]) == options["all"]:
            raise CommandError("Say which deliveries to send again: their numbers, or --all.")
        found = queries.failed() if options["all"] else queries.deliveries().filter(pk__in=options["id"])
        found = list(found)
        missing = sorted(set(options["id"]) - {delivery.pk for delivery in found})
        problems = [{"id": id, "message": "There is no such delivery."} for id in missing]
        retried = []
        for delivery in found:
            try:
                retried.append(actions.send_again(delivery=delivery, by=SYSTEM).pk)
            except actions.Refused as refused:
                problems.append({"id": delivery.pk, "message": str(refused)})
        for problem in problems:
            self.say(f"{problem['id']}: {problem['message']}")
        self.answer({"retried": retried, "problems": problems}, [f"{len(retried)} will be sent again."])
        return 1 if problems else 0


def _row(delivery: Delivery) -> dict:
    return {
        "id": delivery.pk, "uid": f"msg_{delivery.uid.hex}", "event": delivery.event, "to": delivery.destination,
        "about": delivery.about, "status": delivery.status, "attempts": delivery.attempts,
        "answer": delivery.answer, "error": delivery.error, "created_at": delivery.created_at,
    }  # fmt: skip
