"""`borough backup FILE|FOLDER`."""

import json
import subprocess
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from borough.config import backup, postgres


class Command(BaseCommand):
    help = "Write the database and every file to one archive. The keys are not in it: keep them elsewhere"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("target", type=Path, metavar="FILE|FOLDER")
        parser.add_argument("--json", action="store_true", help="standard output is only JSON")

    def handle(self, *, target, **options):
        try:
            made = backup.back_up(target, self.say)
        except (backup.Refused, postgres.Missing) as refusal:
            self.refuse(str(refusal), options)
        except subprocess.CalledProcessError as fault:
            self.refuse(f"PostgreSQL could not make the copy: {fault.stderr.strip()}", options)
        if options["json"]:
            return json.dumps({key: made[key] for key in ("archive", "bytes", "made_at", "rows")})
        self.say("BOROUGH_KEYS is not in the archive. Without it the bank details in there cannot be read.")
        return made["archive"]

    def refuse(self, words, options):
        self.say(words)
        if options["json"]:
            self.stdout.write(json.dumps({"error": words}))
        sys.exit(1)

    def say(self, line):
        self.stderr.write(line, lambda text: text)
