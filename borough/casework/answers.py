"""What somebody told us, and what officers added on the way, for reading."""

from borough.forms import answers as forms

from . import definitions


def rows(case) -> list[dict]:
    """{name, label, text, secret} for each answer, in the order asked, by the form they were given to."""
    form = definitions.of_submission(case)
    return forms.rows(form, case.submission.answers) if form else []


def fields(case) -> list[dict]:
    """{label, text} for each field an officer filled in with a move."""
    known = {question.name: question for move in definitions.workflow(case).moves.values() for question in move.fields}
    return [
        {"label": known[name].label if name in known else name.replace("_", " ").capitalize(),
         "text": known[name].display(value) if name in known else str(value)}
        for name, value in case.fields.items()
    ]  # fmt: skip
