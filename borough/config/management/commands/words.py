"""`borough words`: our own words in other languages, as residents read them in forms."""

from borough.design import catalogue
from borough.design.languages import LANGUAGES
from borough.foundations.commands import Noun


class Command(Noun):
    help = "Our own words in other languages: check and update their catalogue in borough/locale/"
    verbs = {
        "check": "say which are missing, stale or gone; exit 1 if there is any",
        "update": "bring the catalogue up to date: what is new is empty, what is stale marked fuzzy",
    }

    def check_arguments(self, parser):
        languages = [language for language in LANGUAGES if language != "en"]
        parser.add_argument("--language", choices=languages, default=languages[0], help="%(default)s unless given")

    update_arguments = check_arguments

    def check(self, options):
        found = [
            {"state": state, "words": str(message.id), "at": [f"{file}:{line}" for file, line in message.locations]}
            for state, message in catalogue.gaps(options["language"])
        ]
        lines = [f"{' '.join(one['at'])} {one['state']}: {one['words']}" for one in found]
        self.answer({"problems": found}, lines or ["Every word is there"])
        return 1 if found else 0

    def update(self, options):
        catalogue.update(options["language"])
        return self.check(options)
