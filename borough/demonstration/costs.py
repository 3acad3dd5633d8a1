"""What each way of coming costs, what came by phone and on paper, and the services that are still to come."""

import datetime

from borough.forms import queries as forms
from borough.foundations.people.models import Directorate
from borough.programme.performance.models import ChannelCost, Elsewhere, StageChange

from .stories import days

DAY = datetime.timedelta(days=1)
BY = {"by_name": "Callum Reeve"}
PENCE = {"online": 145, "partner": 310, "assisted": 720, "phone": 890, "paper": 1180, "person": 1420}
SOURCE = "Finance, cost of each contact, April"
TO_COME = (
    ("council-tax-reduction", "Council tax reduction", "corporate-services", "beta", 40, "Forty people try it."),
    ("school-place", "Apply for a school place", "childrens-services", "alpha", 70, "Two ideas are being tried."),
    ("report-a-street-light", "Report a street light", "place", "alpha", 25, "We try a map against a list."),
    ("bulky-waste", "Have bulky waste collected", "place", "discovery", 30, "We ask people what they need."),
    ("library-rooms", "Book a room in a library", "communities-and-customers", "discovery", 12, "Interviews began."),
    ("garden-waste-2016", "Garden waste, the old form", "place", "retired", 210, "Nobody used it any more."),
)


def load(day: datetime.date) -> None:
    at = days.at(day - 300 * DAY, 11, 0)
    for form in forms.services():
        ChannelCost.objects.bulk_create(
            ChannelCost(slug=form.slug, channel=way, pence=pence, from_day=day - 365 * DAY, source=SOURCE, at=at, **BY)
            for way, pence in PENCE.items()
        )
        Elsewhere.objects.bulk_create(_elsewhere(form.slug, day))
    known = {one.slug: one for one in Directorate.objects.all()}
    StageChange.objects.bulk_create(
        StageChange(key=key, title=title, directorate=known[slug], stage=stage, reason=why,
                    at=days.at(day - ago * DAY, 14, 0), **BY)
        for key, title, slug, stage, ago, why in TO_COME
    )  # fmt: skip


def _elsewhere(slug, day):
    """Two weeks at a time, for the last twenty."""
    for number in range(10):
        end = day - (1 + 14 * number) * DAY
        yield Elsewhere(
            slug=slug, channel="phone" if number % 2 else "paper", first_day=end - 14 * DAY, end_day=end,
            count=5 + (number + len(slug)) % 4, source="The contact centre’s count", at=days.at(end, 16, 0), **BY,
        )  # fmt: skip
