"""`borough holds`: what is kept for a legal claim or an inquiry."""

import getpass
import re

from django.core.management.base import CommandError

from borough.foundations.audit.actors import Actor
from borough.foundations.commands import Noun

from ... import actions, queries

ABOUT = re.compile(r"[a-z]+:[A-Za-z0-9-]{1,100}")


class Command(Noun):
    help = "Hold things for a legal claim or an inquiry: nothing held is deleted or erased"
    verbs = {"place": "hold something", "lift": "let it go again", "list": "what is held"}

    def place_arguments(self, parser):
        parser.add_argument("about", help="such as case:DEV-7QK-214, or journey:ID")
        parser.add_argument("--reason", required=True, help="why, such as the claim's reference; no names")

    def lift_arguments(self, parser):
        parser.add_argument("about", help="such as case:DEV-7QK-214")

    def place(self, options):
        held = actions.hold(about=_about(options["about"]), reason=options["reason"][:300], by=_by())
        self.answer({"held": held.about, "reason": held.reason}, [f"{held.about} is held: {held.reason}"])

    def lift(self, options):
        about = _about(options["about"])
        if not actions.lift(about=about, by=_by()):
            raise CommandError(f"{about} is not held. `borough holds list` says what is.")
        self.answer({"lifted": about}, [f"{about} is held no longer"])

    def list(self, options):
        rows = [{"about": h.about, "reason": h.reason, "placed_at": h.placed_at} for h in queries.holds()]
        lines = [f"{row['about']:<24} since {row['placed_at']:%Y-%m-%d}  {row['reason']}" for row in rows]
        self.answer({"holds": rows}, lines or ["Nothing is held"])


def _about(text: str) -> str:
    if not ABOUT.fullmatch(text):
        raise CommandError(f"{text} does not say what: write it as case:DEV-7QK-214")
    return text


def _by() -> Actor:
    return Actor("system", "", f"borough holds, run by {getpass.getuser()}")
