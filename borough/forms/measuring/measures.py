"""The measures of every service: the raw material of the four figures that a government service has to publish.

They may be published, so a number from 1 to 4 is not given: so few people could be told apart.
"""

import datetime
from decimal import Decimal

from borough.foundations import small
from borough.foundations.measures.registry import Measure

from .. import queries as forms
from . import figures, queries

RECENT = datetime.timedelta(days=29)  # 30 days with the day itself
OF = "In the 30 days up to that day. Not given for fewer than 5 people."


def of_services():
    """Five measures for each service now live."""
    for form in forms.services():
        for name, (title, unit, definition, direction, count) in MEASURES.items():
            yield Measure(
                f"{form.slug}-{name}", f"{form.title}: {title}", unit, f"{definition} {OF}", direction,
                lambda day, slug=form.slug, count=count: count(slug, day - RECENT, day),
            )  # fmt: skip


def transactions(slug, first, last):
    count = queries.sent(slug, first, last).total()
    return None if 0 < count < small.FEW else count


def completion(slug, first, last):
    begun = list(queries.begun(slug, first, last))
    over = sum(one.count for one in begun if one.went != "under way")
    return None if over < small.FEW else figures.completion(begun)


def unassisted(slug, first, last):
    sent = queries.sent(slug, first, last)
    return None if sent.total() < small.FEW else figures.unassisted(sent)


def satisfaction(slug, first, last):
    opinions = queries.opinions(slug, first, last)
    return None if opinions.total() < small.FEW else figures.satisfaction(opinions)


def minutes(slug, first, last):
    few = queries.sent(slug, first, last).total() < small.FEW
    if few:
        return None
    return round(Decimal(queries.time_taken(slug, first, last).total_seconds()) / 60, 1)


MEASURES = {
    "transactions": ("forms sent", "forms", "Forms sent, however they came.", "none", transactions),
    "completion": ("completion rate", "per cent", "Of the forms begun and over, those that came to an end: sent, or "
                   "told that the service is not for them.", "up", completion),
    "unassisted": ("filled in without our help", "per cent", "Of the forms sent, those that no officer filled in "
                   "for somebody.", "up", unassisted),
    "satisfaction": ("user satisfaction", "per cent", "What people said once they had sent the form: very dissatisfied "
                     "is 0, very satisfied 100.", "up", satisfaction),
    "minutes": ("time taken", "minutes", "The median from the first answer to sending.", "down", minutes),
}  # fmt: skip
