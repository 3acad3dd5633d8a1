"""What officers fill in when they make a move. Money is in pence, days are written as 2026-04-03."""

import datetime
from random import Random

from .days import working_day_after

COLLECT = (
    "Pick it up from {library} library, any day from Monday. Take your reference.",
    "It is at {library} library. Ask at the desk.",
)
BRING = "We will bring it on {day}, in the morning."


class Fields:
    """`of(move, story)` is what the move asks for; `next_tag` numbers the devices."""

    def __init__(self, rng: Random, day: datetime.date):
        self.rng, self.day, self.tag = rng, day, 1000

    def of(self, move: str, story) -> dict:
        make = getattr(self, f"_{move}", None)
        return make(story) if make else {}

    def _call(self, story):
        return {"called_on": story.today.isoformat()}

    def _leave(self, story):
        return {"ring_again_on": _after(max(story.today, self.day), self.rng.randint(20, 90))}

    def _book_visit(self, story):
        visit = working_day_after(story.today, 5)
        time = self.rng.choice(["10am", "11.30am", "2pm", "4pm"])
        return {"visit_on": visit.isoformat(), "visit_time": time, "visitor": story.case.assignee.name}

    def _visit(self, story):
        return {"visited_on": story.today.isoformat()}

    def _stop_here(self, story):
        return {"why_not": self.rng.choice(["room", "time", "home"])}

    def _make_ready(self, story):
        self.tag += self.rng.randint(1, 9)
        answers = story.submission.answers
        if answers["collect"] == "bring":
            day = working_day_after(story.today, 2)
            where = BRING.format(day=f"{day:%A} {day.day} {day:%B}")
        else:
            option = story.form.questions["library"].display(answers["library"])
            where = self.rng.choice(COLLECT).format(library=option)
        return {"asset_tag": f"BD-{self.tag:05}", "ready_where": where}

    def _lend(self, story):
        due = _after(story.today, self.rng.choice([56, 84, 84, 180]))
        return {"asset_tag": story.case.fields["asset_tag"], "due_on": due}

    def _extend(self, story):
        return {"due_on": _after(story.today, 84)}

    def _take_back(self, story):
        how = self.rng.choices(["good", "worn", "broken", "parts"], [6, 3, 1, 1])[0]
        return {"returned_on": story.today.isoformat(), "condition": how}

    def _recommend(self, story):
        answers = story.submission.answers
        loss = answers["sales_before"] - answers["sales_after"]
        fair = min(answers["amount_asked"], loss * 3, 10_000_00)
        return {"loss": loss, "recommended": max(100_00, fair // 50_00 * 50_00)}

    def _approve(self, story):
        recommended = story.case.fields.get("recommended")
        return {"amount": recommended} if recommended else {}

    def _release(self, story):
        return {"paid_on": working_day_after(story.today, 3).isoformat()}

    def _book(self, story):
        if story.form.slug == "book-a-market-stall":
            return {"stall_number": self.rng.randint(1, 80)}
        return self._book_visit(story)


def _after(day: datetime.date, days: int) -> str:
    return (day + datetime.timedelta(days=days)).isoformat()
