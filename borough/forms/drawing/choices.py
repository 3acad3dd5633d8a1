"""Questions answered by choosing. Under `Marks` each option has a mark where `checked` or `selected` would stand."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from ..markdown import html as markdown
from ..questions.choices import Option
from .parts import CLOSE, OPEN, Asked, Marks, govuk, hint

SHORT = 12  # letters of “yes” and “no” together that still fit side by side


def radios(asked: Asked, beneath):
    items = _items(asked, asked.question.options, beneath)
    return _radios(asked, items, inline=asked.question.inline)


def yes_no(asked: Asked):
    yes, no = asked.question.yes, asked.question.no
    items = _items(asked, [Option(value="yes", label=yes), Option(value="no", label=no)])
    return _radios(asked, items, inline=len(yes + no) < SHORT)


def checkboxes(asked: Asked, beneath):
    items = _items(asked, asked.question.options, beneath)
    return govuk("checkboxes", "govukCheckboxes", _set(asked) | {"fieldset": asked.legend, "items": items})


def declaration(asked: Asked):
    box = {"value": "yes", "text": asked.question.label} | _chosen(asked, "yes", "c", "checked")
    words = markdown(asked.question.text)
    return words + govuk("checkboxes", "govukCheckboxes", _set(asked) | {"items": [box]})


def select(asked: Asked):
    items = [
        {"value": option.value, "text": option.label} | _chosen(asked, option.value, "s", "selected")
        for option in asked.question.options
        if option.value
    ]
    items = [{"value": "", "text": _("Choose")}, *items]
    return govuk("select", "govukSelect", asked.params() | {"label": asked.label, "items": items})


def _radios(asked, items, *, inline):
    classes = "govuk-radios--inline" if inline else ""
    return govuk("radios", "govukRadios", _set(asked) | {"fieldset": asked.legend, "items": items, "classes": classes})


def _set(asked):
    return asked.params() | {"idPrefix": asked.question.name}


def _items(asked, options, beneath=None):
    items = []
    for option in options:
        if option.divider:
            items.append({"divider": option.divider})
            continue
        item = {"value": option.value, "text": option.label} | hint(option.hint)
        item |= _chosen(asked, option.value, "c", "checked")
        if option.exclusive:
            item["behaviour"] = "exclusive"
        if option.reveal:
            item["conditional"] = {"html": Markup("\n").join(beneath(asked, question) for question in option.reveal)}
        items.append(item)
    return items


def _chosen(asked, value, mark, attribute):
    """Whether this option is the answer; or the mark where that will be said."""
    if isinstance(asked.typed, Marks):
        return {"attributes": {"data-mark": f"{OPEN}{mark}{asked.question.name}={value}{CLOSE}"}}
    answer = asked.answer
    return {attribute: value in answer if isinstance(answer, list) else value == answer}
