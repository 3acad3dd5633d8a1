"""`borough gazetteer import FILE.csv`"""

from pathlib import Path

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun
from borough.foundations.gazetteer import actions
from borough.foundations.gazetteer.importing.columns import COLUMNS, NEEDED, BadFile


class Command(Noun):
    help = "Addresses, streets and wards"
    verbs = {"import": "add and change addresses by UPRN from a CSV file"}

    def import_arguments(self, parser):
        parser.epilog = "Columns: " + "; ".join(
            f"{name}{' (needed)' if name in NEEDED else ''}, {what}" for name, what in COLUMNS.items()
        )
        parser.add_argument("file", type=Path, metavar="FILE.csv")
        parser.add_argument("--refused", type=Path, metavar="FILE", help="where refused lines go (NAME.refused.csv)")
        parser.add_argument("--add-wards", action="store_true", help="make wards that are not known yet")

    def import_(self, options) -> int:
        try:
            report = actions.import_addresses(
                path=options["file"], refused=options["refused"], add_wards=options["add_wards"],
                progress=lambda read: self.say(f"{read:,} lines read"), by=SYSTEM,
            )  # fmt: skip
        except BadFile as fault:
            self.say(f"{fault} Nothing was changed.")
            self.answer({"error": str(fault)})
            return 1
        refused = str(report.refused_path) if report.refused else None
        counts = ", ".join(f"{number:,} {what}" for what, number in report.counts.items())
        self.answer(report.counts | {"refused_file": refused}, [f"{counts}."])
        if refused:
            self.say(f"The refused lines, and why, are in {refused}")
        return 0
