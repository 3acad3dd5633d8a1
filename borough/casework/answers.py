"""What somebody told us, and what officers added on the way, for reading."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.timezone import localtime

from borough.forms import answers as forms
from borough.foundations.bookings import queries as bookings

from . import definitions


def rows(case) -> Iterable[dict]:
    """{name, label, text, secret} for each answer, in the order asked, by the form they were given to.

    A place has a `link` to a map; a time booked, one to its day, and says if it was given back since.
    """
    form = definitions.of_submission(case)
    found = forms.rows(form, case.submission.answers) if form else []
    return _with_bookings(case, form, found) if found and form.diaries else found


def _with_bookings(case, form, rows):
    kept = {localtime(one.starts_at).strftime("%Y-%m-%dT%H:%M") for one in bookings.about(case.about)}
    for row in rows:
        question, value = form.questions.get(row["name"]), case.submission.answers.get(row["name"])
        if question is not None and question.type == "booking" and value:
            if value["at"] in kept:
                row |= {"link": f"{reverse('casework:bookings')}?day={value['at'][:10]}", "see": "See that day"}
            else:
                row |= {"text": f"{row['text']} (given back)"}
        yield row


def fields(case) -> list[dict]:
    """{label, text} for each field an officer filled in with a move."""
    known = {question.name: question for move in definitions.workflow(case).moves.values() for question in move.fields}
    return [
        {"label": known[name].label if name in known else name.replace("_", " ").capitalize(),
         "text": known[name].display(value) if name in known else str(value)}
        for name, value in case.fields.items()
    ]  # fmt: skip
