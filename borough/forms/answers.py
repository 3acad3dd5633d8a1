"""Answers for people to read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .definition.flow import CompiledPage, Group
from .definition.form import Form


def rows(form: Form, answers: dict) -> list[dict]:
    """{name, page, path, section, label, text, secret} for each answer that counts, in the order asked.

    `answers` are those that count, of a journey or as sent; `path` leads to the page, from the form's own address;
    `section` is the title it stands under. A place has a `link` too, to a map for officers; formatted text its
    `html`.
    """
    found = [
        row | {"section": form.section_titles.get(row["section"], "")}
        for page in form.pages.values()
        for row in page_rows(page, answers)
    ]
    for name, value in form.values.items():
        if value.shown and answers.get(name) is not None:
            text = value.display(answers[name])
            found.append(_row(name, value.label, text, "", "", ""))
    return found


def page_rows(page: CompiledPage, answers: dict) -> Iterator[dict]:
    """The rows of one page; of a repeated group, how many there are and then each one's."""
    if page.group:
        yield from _group_rows(page, page.group, answers)
        return
    for name, question in page.questions.items():
        if name in answers:
            yield _said(question, answers[name], page, page.name, "")


def _group_rows(page, group: Group, answers):
    if group.name not in answers:
        return
    entries = group.entries(answers)
    text = _("{count} added").format(count=len(entries)) if entries else _("None")
    yield _row(group.name, page.heading, text, page.name, page.name, page.page.section)
    for at, (key, entry) in enumerate(entries.items(), 1):
        for inner in group.flow.every:
            for name, question in inner.questions.items():
                if name in entry:
                    path = f"{page.name}/{key}/{inner.name}"
                    yield _said(question, entry[name], page, path, f"{nth(group, at)}: ")


def nth(group: Group, at: int) -> str:
    """Child 2."""
    return f"{group.row[0].upper()}{group.row[1:]} {at}"


def called(question) -> str:
    """What an answer is called where it is listed."""
    return question.short[:1].upper() + question.short[1:] if question.short else question.label


def _said(question, value, page, path, before):
    text, section = question.display(value), page.page.section
    row = _row(question.name, before + called(question), text, page.name, path, section, question.secret)
    if link := question.link(value):
        row["link"] = link
    if html := question.html(value):
        row["html"] = html
    return row


def _row(name, label, text, page, path, section, secret=False):
    return {
        "name": name,
        "page": page,
        "path": path,
        "section": section or "",
        "label": label,
        "text": text,
        "secret": secret,
    }


def files(answers) -> Iterator[dict]:
    """Every {id, name, size} of a document anywhere in these answers."""
    if isinstance(answers, dict):
        if answers.keys() >= {"id", "name", "size"}:
            yield answers
        else:
            yield from files(list(answers.values()))
    elif isinstance(answers, list):
        for part in answers:
            yield from files(part)
