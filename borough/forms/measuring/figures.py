"""What the counts come to: pure arithmetic."""

from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from .queries import Begun

THROUGH = ("sent", "ended")  # somebody told that the service is not for them has been served, too
UNASSISTED = ("online", "partner")


def ways(begun: Iterable[Begun]) -> dict[str, int]:
    """How many went which way."""
    went = Counter()
    for one in begun:
        went[one.went] += one.count
    return {"sent": went["sent"], "ended": went["ended"], "stopped": went["stopped"], "under_way": went["under way"]}


def completion(begun: Iterable[Begun]) -> Decimal | None:
    """Of the journeys that are over, the per cent that came to an end of the form. None where none is over."""
    went = ways(begun)
    through = sum(went[way] for way in THROUGH)
    return per_cent(through, through + went["stopped"])


def unassisted(sent: Counter) -> Decimal | None:
    """Of what was sent, the per cent that no officer had to type."""
    return per_cent(sum(sent[channel] for channel in UNASSISTED), sent.total())


def take_up(digital: int, elsewhere: int) -> Decimal | None:
    """Digital take-up: of all transactions, the per cent made in the form, with our help or without.

    Somebody helped to use the digital service counts as digital (GOV.UK Service Manual, "Measuring digital take-up").
    `elsewhere` is what came on paper, by phone or in person and never passed through the form.
    """
    return per_cent(digital, digital + elsewhere)


def satisfaction(opinions: Counter) -> Decimal | None:
    """Very dissatisfied is 0 per cent, very satisfied 100, and the mean of all."""
    return per_cent(sum((score - 1) * count for score, count in opinions.items()), 4 * opinions.total())


def per_cent(part: int, whole: int) -> Decimal | None:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP) if whole else None


def cost_each(pence: int | None, sent: int) -> Decimal | None:
    """Pounds for each form sent, where what the service cost in that time is given."""
    if pence is None or not sent:
        return None
    return (Decimal(pence) / 100 / sent).quantize(Decimal("0.01"), ROUND_HALF_UP)


def stops(begun: Iterable[Begun], pages: list[str]) -> list[dict]:
    """{page, stopped, ended, left}: for each page in the form's order, how many stopped there and how many went on.

    `left` counts those still in the form, or through it, after that page; someone whose way did not touch the page
    counts as well. Pages that only older versions had come first: nobody can stop there any more.
    """
    begun = [one for one in begun if one.went != "under way"]
    at = {way: Counter() for way in ("stopped", "ended")}
    for one in begun:
        if one.went in at:
            at[one.went][one.page] += one.count
    older = sorted({page for counter in at.values() for page in counter} - set(pages))
    left, rows = sum(one.count for one in begun), []
    for page in [*older, *pages]:
        stopped, ended = at["stopped"][page], at["ended"][page]
        left -= stopped + ended
        rows.append({"page": page, "stopped": stopped, "ended": ended, "left": left})
    return rows
