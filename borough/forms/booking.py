"""Times booked in a form: taken for good as it is sent, and given back."""

import datetime
from collections.abc import Iterator

from borough.foundations.bookings import actions as bookings

from .definition.form import Form
from .questions.booking import Booking, zoned


class Gone(Exception):
    """A time was taken by somebody else after its hold had run out. `.page` asks for it."""

    def __init__(self, page: str):
        super().__init__(page)
        self.page = page


def take(submission, form: Form, by) -> None:
    """Book for the case what its answers say, and give back whatever else the journey held. Raises Gone."""
    holder = f"journey:{submission.journey_id}"
    for page, question, value in _booked(form, submission.answers):
        try:
            bookings.take(
                id=value["booking"],
                diary=question.diary,
                starts_at=zoned(datetime.datetime.fromisoformat(value["at"])),
                minutes=value["minutes"],
                places=question.places,
                holder=holder,
                about=f"case:{submission.reference}",
                by=by,
            )
        except bookings.Full:
            raise Gone(page) from None
    bookings.let_go(about=holder, by=by)


def _booked(form: Form, answers: dict) -> Iterator[tuple[str, Booking, dict]]:
    """(page to go to, question, answer) of each time booked, those in repeated groups too."""
    for page in form.pages.values():
        entries = page.group.entries(answers).values() if page.group else [answers]
        asked = page.group.questions if page.group else page.questions
        for entry in entries:
            for name, question in asked.items():
                if question.type == "booking" and entry.get(name):
                    yield page.name, question, entry[name]
