"""`borough keys`: the keys that seal bank details."""

import sys

from borough.config.keys import new
from borough.foundations import resealing, vault
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.commands import Noun


class Command(Noun):
    help = "Make keys, and seal everything with the newest"
    verbs = {
        "new": "print a new key, for BOROUGH_SECRET_KEY or for the front of BOROUGH_KEYS",
        "rotate": "seal everything with the first of BOROUGH_KEYS; after that the others can go",
    }

    def new(self, options):
        self.answer({"key": (key := new())}, [key])

    def rotate(self, options):
        done = {}
        try:
            for name, seen, resealed in resealing.rotate(by=SYSTEM):
                done[name] = {"rows": seen, "resealed": resealed}
                self.say(f"  {name}: {seen} looked at, {resealed} sealed anew")
        except vault.Unopenable:
            self.say("Something needs a key that BOROUGH_KEYS no longer has. Put it back, last, and run this again.")
            sys.exit(1)
        self.answer({"holders": done}, ["All is sealed with the newest key. Take the older ones out of BOROUGH_KEYS."])
