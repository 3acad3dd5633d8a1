from pathlib import Path

from django.core.management.base import CommandError

from borough.communities.devices import importing, reconciling
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun

LINES = {
    "devices": "Devices here or lent", "on_loan": "On loan", "open_loans": "Open loans",
    "lent_unwiped": "Lent without a wipe and a check", "double_loans": "Lent twice at once",
    "loan_months": "Loan-months in the year", "households": "Households in the year",
}  # fmt: skip


class Command(Noun):
    help = "The device library: whether its rows agree, and taking in a list of devices."
    verbs = {
        "import": "take in a list of devices (CSV), with a report of every line",
        "reconcile": "compare devices, loans and wipes; exit 1 where they do not agree",
    }

    def import_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would be taken in, and change nothing")

    def import_(self, options):
        try:
            data = options["file"].read_bytes()
            report = importing.take_in(data, by=SYSTEM, dry_run=options["dry_run"])
        except OSError as fault:
            raise CommandError(f"Cannot read {options['file']}: {fault.strerror}.") from fault
        except importing.BadList as fault:
            raise CommandError(f"{fault}.") from fault
        for line, why in report.wrong:
            self.say(f"Line {line}: {why}.")
        wrong = [{"line": line, "why": why} for line, why in report.wrong]
        would = " would be" if options["dry_run"] else ""
        self.answer({"added": report.added, "wrong": wrong}, [f"{report.added}{would} taken in, {len(wrong)} left out"])
        return 1 if wrong else 0

    def reconcile(self, options):
        found = reconciling.totals()
        rows = found.as_dict()
        self.answer(rows, [f"{LINES[name]}: {value:,}" for name, value in rows.items()])
        for breach in found.breaches:
            self.say(f"Wrong: {breach}.")
        return 1 if found.breaches else 0
