"""Answers for people to read."""

from .definition.form import Form


def rows(form: Form, answers: dict) -> list[dict]:
    """{name, page, label, text, secret} for each answer that counts, in the order asked."""
    found = []
    for name, value in answers.items():
        question = form.questions.get(name)
        if question is not None:
            label = question.short[:1].upper() + question.short[1:] if question.short else question.label
            found.append(
                {
                    "name": name,
                    "page": form.page_of[name].name,
                    "label": label,
                    "text": question.display(value),
                    "secret": question.secret,
                }
            )
    return found


def kept(form: Form, answers: dict) -> list[dict]:
    """The same of a submission. The database sorts its keys, so they come in the order of the definition."""
    place = {name: at for at, name in enumerate(form.questions)}
    return sorted(rows(form, answers), key=lambda row: place[row["name"]])
