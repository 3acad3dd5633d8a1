"""Questions with several boxes, and those with a template of their own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from markupsafe import Markup

from borough.foundations.documents import kinds

from .parts import Asked, error, govuk, hint, own

LABELS = {"day": N_("Day"), "month": N_("Month"), "year": N_("Year"), "time": N_("Time")}
WIDTHS = {"day": "2", "month": "2", "year": "4", "time": "5"}  # of the boxes of a date
BANK_BOXES = [
    (N_("Name on the account"), "", {"autocomplete": "off"}),
    (N_("Sort code"), N_("6 digits, like 30 94 30"), {"inputmode": "numeric", "classes": "govuk-input--width-5"}),
    (N_("Account number"), N_("6 to 8 digits"), {"inputmode": "numeric", "classes": "govuk-input--width-10"}),
]


def date(asked: Asked):
    """One message for all its boxes; the boxes it is about are outlined, all of them if it is about the whole."""
    fields = asked.question.fields()
    at_fault = next((field for field in fields if asked.errors.get(field)), None)
    items = []
    for field in fields:
        part = field.rpartition("-")[2]
        wrong = " govuk-input--error" if at_fault and at_fault in (field, fields[0]) else ""
        item = {"id": field, "name": field, "label": _(LABELS[part]), "value": asked.typed[field]}
        item["classes"] = f"govuk-input--width-{WIDTHS[part]}{wrong}"
        item["inputmode"] = "numeric" if part in ("day", "year") else "text"
        item["autocomplete"] = f"bday-{part}" if getattr(asked.question, "autocomplete", "") == "bday" else ""
        items.append(item)
    params = {"id": asked.question.name, "fieldset": asked.legend, "items": items}
    params |= hint(asked.question.hint) | error(asked.errors.get(at_fault))
    return govuk("date-input", "govukDateInput", params)


def bank_account(asked: Asked):
    return _boxes(asked, [(_(label), help and _(help), more) for label, help, more in BANK_BOXES])


def point(asked: Asked):
    """Two numbers that say where something is."""
    more = {"spellcheck": False, "classes": "govuk-input--width-10"}  # a phone's number keys have no minus
    likes = {part: like for part, (*_bounds, like) in asked.question.parts.items()}
    return _boxes(
        asked, [(_(part).capitalize(), _("Like {like}").format(like=like), more) for part, like in likes.items()]
    )


def _boxes(asked: Asked, labelled):
    """A set of boxes: (label, hint, more for the macro) of each."""
    boxes = []
    for field, (label, help, more) in zip(asked.question.fields(), labelled, strict=True):
        params = {"id": field, "name": field, "label": {"text": label}, "value": asked.typed[field]}
        params |= {"spellcheck": False} | more | hint(help) | error(asked.errors.get(field))
        boxes.append(govuk("input", "govukInput", params))
    words = asked.question.hint
    inner = Markup('<div class="govuk-hint">{}</div>').format(words) if words else Markup()
    return govuk("fieldset", "govukFieldset", asked.legend | {"html": inner + Markup("\n").join(boxes)})


def address(asked: Asked):
    return own(
        "address",
        question=asked.question,
        typed=asked.typed,
        errors=asked.errors,
        found=asked.question.found(asked.typed),
        legend=asked.legend,
    )


def file(asked: Asked):
    return own(
        "file",
        question=asked.question,
        errors=asked.errors,
        files=asked.files.get(asked.question.name, []),
        heading=asked.heading,
        label=asked.label,
        allowed=_allowed,
    )


def table(asked: Asked, within):
    shown = asked.question.rows[: asked.question.shown(asked.typed)]
    rows = [[within(asked, question) for question in row] for row in shown]
    return own("table", question=asked.question, legend=asked.legend, rows=rows)


def _allowed(question):
    """What may be sent, in words: “You can send a PDF or a picture, up to 10 MB each. Send at least 2.”"""
    size = _("{kinds}, up to {most} MB each") if question.most > 1 else _("{kinds}, up to {most} MB")
    what = size.format(kinds=kinds.words(set(question.kinds)), most=question.max_mb)
    said = [_("You can send %(what)s.") % {"what": what}]
    if question.least > 1:
        said.append(_("Send at least {least}.").format(least=question.least))
    return " ".join(said)
