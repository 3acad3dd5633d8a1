"""The page of the strategy, and half a year of numbers counted from the cases that were just made."""

import datetime
import json

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.measures import actions as measures
from borough.programme.strategy.models import StrategyPage
from borough.website.models import HomePage

WEEKS = 13
PHASES = (
    ("2015", "The skateboard: digital by design",
     "The first years laid foundations: shared parts that every service uses, digital skills in daily work, and an "
     "alliance of partners who want every resident to be online."),
    ("2018", "The scooter: change tried out in real services",
     "Fostering, and then revenues and benefits, were re-thought with the people who use them. The council signed the "
     "Local Digital Declaration."),
    ("2020", "The Covid response",
     "New services for residents and businesses within days. Devices were lent to people who had none."),
    ("Now", "The car: radically digital",
     "A strategy for the whole council and the whole borough, in three areas and nine workstreams. You can see here "
     "how each of them is going."),
)  # fmt: skip


def load(day: datetime.date) -> None:
    front = HomePage.objects.first()
    phases = [{"type": "phase", "value": {"when": when, "title": title, "words": f"<p>{words}</p>"}}
              for when, title, words in PHASES]  # fmt: skip
    front.add_child(
        instance=StrategyPage(
            title="Radically digital: our strategy",
            slug="programme",
            vision="A borough where everybody can take part online, every street is connected, and the council works "
            "the way people live. We tell you here what we do, and how it is going.",
            note="This is a demonstration. The areas and the story are those of Stockport Council’s published "
            "strategy. The names of the nine workstreams, and all that is told of them, are our own.",
            communities="Everybody can get online: a device, data, the skills, and somebody nearby to ask.",
            place="Streets, homes and businesses that are well connected, and data about the borough for all.",
            council="Services that work the first time, run by people who have the tools and the skills.",
            phases=json.dumps(phases),
        )
    )


def count(day: datetime.date) -> None:
    """As the worker would have, once a week and yesterday."""
    for weeks in range(WEEKS, -1, -1):
        measures.snapshot(day=day - datetime.timedelta(days=1, weeks=weeks), by=SYSTEM)
