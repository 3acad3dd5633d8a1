"""The shape of a `borough NOUN VERB` command: progress on standard error, answers on standard output."""

import json
import keyword
import sys

from django.core.management.base import BaseCommand, CommandError


def method(verb: str) -> str:
    """The method of a verb: Python keeps some words for itself, so `import` is import_."""
    name = verb.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


class Noun(BaseCommand):
    """A command with verbs. A subclass lists them: `verbs = {"check": "say every fault", ...}`.

    For each verb it has a method of that name (called with the parsed options) and may have `VERB_arguments(parser)`.
    A method returns an exit status, or None for 0.
    """

    verbs: dict[str, str] = {}
    requires_system_checks = []

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        for verb, help in self.verbs.items():
            under = verbs.add_parser(verb, help=help, description=help)
            under.add_argument("--json", action="store_true", help="standard output is only JSON")
            arguments = getattr(self, f"{verb}_arguments".replace("-", "_"), None)
            if arguments:
                arguments(under)

    def handle(self, *args, verb, **options):
        self.json = options["json"]
        try:
            status = getattr(self, method(verb))(options)
        except CommandError as refused:
            if not self.json:
                raise
            self.answer({"error": str(refused)})  # whoever reads the JSON learns why, too
            status = refused.returncode
        if status:
            sys.exit(status)

    def say(self, line: str) -> None:
        """Progress, for a person watching."""
        self.stderr.write(line, lambda text: text)

    def answer(self, data: dict, lines=()) -> None:
        """The result: JSON if asked for, else the lines."""
        if self.json:
            self.stdout.write(json.dumps(data, indent=2, default=str))
        else:
            for line in lines:
                self.stdout.write(line)
