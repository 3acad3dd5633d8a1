"""`borough documents`: files people gave us, and whether they were scanned for viruses."""

from django.conf import settings
from django.core.management.base import CommandError

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun

from ... import actions, queries


class Command(Noun):
    help = "Files people gave us: have them scanned for viruses"
    verbs = {
        "scan": "have the worker scan what never was scanned, or could not be",
        "list": "how many are in each state",
    }

    def scan(self, options):
        if not settings.CLAMD_URL:
            raise CommandError("There is no virus scanner. Set CLAMD_URL first.")
        count = actions.scan_again(by=SYSTEM)
        self.answer({"asked": count}, [f"{count} will be scanned."])

    def list(self, options):
        counts = queries.scans()
        self.answer({"counts": counts}, [f"{count:>8}  {state}" for state, count in counts.items()])
