"""`borough restore FILE`."""

import json
import subprocess
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from borough.config import postgres
from borough.config.backup import Refused
from borough.config.restore import restore


class Command(BaseCommand):
    help = "Put back what `borough backup` wrote, once its checksums are right"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("source", type=Path, metavar="FILE")
        parser.add_argument(
            "--over", action="store_true", help="even if the database is not empty: what is in it is lost"
        )
        parser.add_argument("--json", action="store_true", help="standard output is only JSON")

    def handle(self, *, source, over, **options):
        try:
            manifest = restore(source, over=over, say=self.say)
        except (Refused, postgres.Missing) as refusal:
            self.refuse(str(refusal), options)
        except subprocess.CalledProcessError as fault:
            self.refuse(f"PostgreSQL did not take it, so the database is as it was: {fault.stderr.strip()}", options)
        if options["json"]:
            return json.dumps({key: manifest[key] for key in ("made_at", "rows")})
        return f"Put back what was kept at {manifest['made_at']}. Run `borough prepare` and `borough doctor` next."

    def refuse(self, words, options):
        self.say(words)
        if options["json"]:
            self.stdout.write(json.dumps({"error": words}))
        sys.exit(1)

    def say(self, line):
        self.stderr.write(line, lambda text: text)
