from borough.council.revenues import quoting
from borough.foundations.lines import LineByLine


class Command(LineByLine):
    help = "Council tax: what a year costs, and when it is payable."
    verbs = {"quote": "answer JSON lines on standard input, each about a year; needs no database"}

    def quote(self, options):
        return self.each(quoting.quote, _told)


def _told(found: dict) -> str:
    parts = [f"{found['id']}: £{found['total']} for {sum(found['days'])} days"]
    parts += [f"  {one['due']}  £{one['amount']}" for one in found["instalments"]]
    return "\n".join(parts)
