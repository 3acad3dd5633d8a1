"""What people told us about the strategy, and what was answered in public."""

import datetime
from random import Random

from borough.demonstration.stories import days
from borough.demonstration.stories.rows import Rows
from borough.demonstration.stories.sending import Sending
from borough.demonstration.stories.story import Story
from borough.forms import queries as forms
from borough.foundations.people.models import Person
from borough.programme.feedback.models import Reply
from borough.programme.feedback.queries import SERVICE

DAY = datetime.timedelta(days=1)
SHOWN, NOT_SHOWN = "yes", "no"
# (days ago, about, workstream, what they wrote, may it be shown, the officer's step, what comes with it)
TOLD = (
    (95, "workstream", "everybody-online", "The library course is at 2pm. I am at work then.", SHOWN, "publish",
     ("Courses are in the afternoon, when many people work.",
      "From January two libraries hold one at 6pm. If people come, the others will too.")),
    (61, "strategy", "", "Too many words. What do you actually do this month?", SHOWN, "publish",
     ("We cannot see what you do this month.",
      "Each workstream now says when it was last told of and what comes next. Where we are late, the page says so.")),
    (52, "strategy", "", "My bin was not emptied on Tuesday.", SHOWN, "pass_on", "Ring the bin team on 0161 496 0150."),
    (44, "place", "", "Nothing about the bus station, where the signal is worst.", SHOWN, "publish",
     ("The signal at the bus station is bad.",
      "We asked the two firms with masts there. One moves its mast in spring. We cannot make the other do it.")),
    (38, "council", "", "Cheap watches, look here.", SHOWN, "set_aside", "It sells something, and says nothing to us."),
    (30, "workstream", "open-data", "Can I have the numbers for my ward?", SHOWN, "publish",
     ("People want numbers for their own ward.",
      "Not yet: in some wards so few people apply that they could be told apart. We will add wards up in pairs.")),
    (24, "communities", "", "Forget it, I found the page.", NOT_SHOWN, "withdraw_for_them", ""),
    (20, "council", "", "My officer was lovely, thank you.", NOT_SHOWN, "thank", "Thank you. We have told them."),
    (11, "workstream", "connected-places", "The hall near us has no wi-fi.", SHOWN, "ask", "Which hall is it?"),
    (6, "post", "", "The van came on market day and there was no room to park.", SHOWN, "", ""),
    (2, "strategy", "", "Please say what all this costs.", SHOWN, "", ""),
)  # fmt: skip


def load(rng: Random, day: datetime.date, *, teams, users, people: list[Person]) -> int:
    rows, form = Rows(), forms.live(SERVICE)
    sending = Sending(rng, rows, {SERVICE: form}, [users["callum.reeve"]], [], [])
    officer = users["callum.reeve"]
    for (ago, about, workstream, words, public, step, more), person in zip(TOLD, people, strict=False):
        given = {"about": about, "words": words, "public": public, "full_name": person.name, "email": person.email}
        if workstream:
            given["workstream"] = workstream
        if about == "post":
            given["post"] = "What the van taught us"
        submission = sending.send(SERVICE, person, days.at(day - ago * DAY, 19, 20), given=given)
        story = Story(rows, form, teams[form.service.team], submission)
        if not step:
            continue
        story.at = days.office(rng, days.working_day_after(story.today, 2))
        story.assign(officer, officer)
        if step == "publish":
            said, did = more
            story.move(step, officer, fields={"said": said, "did": did})
            Reply.objects.create(reference=submission.reference, about=about, workstream=workstream, said=said, did=did,
                                 at=story.at, by_name=officer.name)  # fmt: skip
        else:
            story.move(step, officer, reason=more)
    rows.save()
    return len(rows.cases)
