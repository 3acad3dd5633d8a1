"""`borough doctor`: what is well and what is not."""

import json

from django.core.management.base import BaseCommand

from borough.config import doctor


class Command(BaseCommand):
    help = "Look at everything a borough needs, and say what to do about each fault; exit 1 if there is one"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="standard output is only JSON")

    def handle(self, **options):
        findings = doctor.examine()
        if options["json"]:
            self.stdout.write(json.dumps(doctor.as_json(findings), indent=2))
        else:
            for finding in findings:
                self.stdout.write(f"{'ok   ' if finding.ok else 'FAULT'}  {finding.name}: {finding.found}")
                if not finding.ok:
                    self.stdout.write(f"       {finding.todo}")
        if not all(finding.ok for finding in findings):
            raise SystemExit(1)
