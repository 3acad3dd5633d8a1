"""Times chosen on a page: held from then on, so that nobody else can have them while the form is filled in."""

import datetime

from django.utils.translation import gettext as _

from borough.foundations.bookings import actions as bookings
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address

from ..questions.booking import zoned

MOST, SECONDS = 60, 600  # times that one address may choose: a library shares one


def hold(where, answers: dict) -> dict:
    """Hold what was chosen, in place of what was held before: `answers` gain the holds. Field → message of one gone.

    A time let go of by leaving its question empty stays held until its half hour is over: that harms nobody for long.
    """
    errors, place = {}, where.place
    for question in where.page.questions.values():
        value = answers.get(question.name) if question.type == "booking" else None
        if value is None:
            continue
        if place.journey is None:
            where.begin({})
        before = where.answers.get(question.name) or {}
        if not limits.hit(scope="booking", who=address(place.request), most=MOST, seconds=SECONDS):
            words = _("You have chosen very many times. Wait a few minutes, then press Continue again")
            return question.invalid("taken", words).said
        try:
            held = bookings.hold(
                diary=question.diary,
                starts_at=zoned(datetime.datetime.fromisoformat(value["at"])),
                minutes=question.every,
                places=question.places,
                about=f"journey:{place.journey.pk}",
                before=before.get("booking"),
                by=place.by,
            )
        except bookings.Full:
            errors |= question.gone().said
        else:
            value["booking"] = str(held.pk)
    return errors
