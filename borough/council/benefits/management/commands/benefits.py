from borough.council.benefits import quoting
from borough.foundations.lines import LineByLine


class Command(LineByLine):
    help = "Council tax reduction: what a household would be awarded under a scheme."
    verbs = {"quote": "answer JSON lines on standard input, each about a household; needs no database"}

    def quote(self, options):
        return self.each(quoting.quote, _told)


def _told(found: dict) -> str:
    parts = [f"{found['id']}: £{found['annual_award']} for the year", *(f"  {one}" for one in found["working"])]
    return "\n".join(parts)
