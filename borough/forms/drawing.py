"""Questions as HTML, by GOV.UK's own macros.

`Typed` answers go in as text. Drawn with a `Marks` in their place, every answer leaves a mark where it would stand, and
`rendering` cuts the page there, once per version.
"""

from functools import cache

from django.template import engines
from markupsafe import Markup

from borough.foundations.documents import kinds

from .markdown import html as markdown
from .questions.base import Question

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters: what people type loses them on the way in


class Marks(dict):
    """Stands in for what was typed: any field gives the mark that says where its text belongs."""

    def __missing__(self, field):
        return f"{OPEN}v{field}{CLOSE}"


@cache
def macro(component: str, name: str):
    template = engines["jinja2"].env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    return getattr(template.module, name)


def draw(question: Question, typed: dict, errors: dict, *, heading: bool = False, found=None, files=None) -> Markup:
    """One question. `errors` is field → message; `heading` makes its label the page's heading."""
    return _DRAW[question.template](question, typed, errors, heading, found, files)


def _label(question, heading):
    text = question.label + ("" if not question.optional or "optional" in question.label.lower() else " (optional)")
    return {"text": text, "isPageHeading": True, "classes": "govuk-label--l"} if heading else {"text": text}


def _legend(question, heading):
    label = _label(question, heading)
    label["classes"] = "govuk-fieldset__legend--l" if heading else "govuk-fieldset__legend--s"
    return {"legend": label}


def _common(question, errors, field=None):
    field = field or question.name
    params = {"id": field, "name": field}
    if question.hint:
        params["hint"] = {"text": question.hint}
    if errors.get(field):
        params["errorMessage"] = {"text": errors[field]}
    return params


def _input(question, typed, errors, heading, **more):
    params = _common(question, errors) | {"label": _label(question, heading), "value": typed[question.name], **more}
    return Markup(macro("input", "govukInput")(params))


def _text(question, typed, errors, heading, found, files):
    more = {}
    if question.width:
        more["classes"] = f"govuk-input--width-{question.width}"
    if question.prefix:
        more["prefix"] = {"text": question.prefix}
    if question.suffix:
        more["suffix"] = {"text": question.suffix}
    if question.autocomplete:
        more["autocomplete"] = question.autocomplete
    return _input(question, typed, errors, heading, **more)


def _long_text(question, typed, errors, heading, found, files):
    params = _common(question, errors) | {
        "label": _label(question, heading), "value": typed[question.name], "rows": question.rows, "maxlength": question.max_length
    }  # fmt: skip
    return Markup(macro("character-count", "govukCharacterCount")(params))


def _number(question, typed, errors, heading, found, files):
    more = {
        "inputmode": "decimal" if question.decimals else "numeric",
        "classes": "govuk-input--width-10",
        "spellcheck": False,
    }
    if question.unit:
        more["suffix"] = {"text": question.unit}
    return _input(question, typed, errors, heading, **more)


def _money(question, typed, errors, heading, found, files):
    more = {"inputmode": "decimal", "classes": "govuk-input--width-10", "spellcheck": False, "prefix": {"text": "£"}}
    return _input(question, typed, errors, heading, **more)


def _email(question, typed, errors, heading, found, files):
    return _input(question, typed, errors, heading, type="email", autocomplete="email", spellcheck=False)


def _phone(question, typed, errors, heading, found, files):
    return _input(question, typed, errors, heading, type="tel", autocomplete="tel", classes="govuk-input--width-20")


def _date(question, typed, errors, heading, found, files):
    at_fault = next((field for field in question.fields() if errors.get(field)), None)
    widths = {"day": "2", "month": "2", "year": "4"}
    items = []
    for part, field in zip(widths, question.fields(), strict=True):
        wrong = " govuk-input--error" if at_fault and (at_fault == field or at_fault.endswith("-day")) else ""
        items.append({
            "id": field, "name": field, "label": part.capitalize(), "value": typed[field],
            "classes": f"govuk-input--width-{widths[part]}{wrong}", "inputmode": "text" if part == "month" else "numeric",
            "autocomplete": f"bday-{part}" if question.autocomplete == "bday" else "",
        })  # fmt: skip
    params = _common(question, {question.name: errors.get(at_fault)} if at_fault else {}) | {
        "id": question.name, "fieldset": _legend(question, heading), "items": items
    }  # fmt: skip
    params.pop("name")
    return Markup(macro("date-input", "govukDateInput")(params))


def _options(question, typed, errors, options):
    """Options as the macros want them. Under `Marks` each carries a mark where `checked` would stand."""
    marking, chosen, items = isinstance(typed, Marks), typed[question.name], []
    for option in options:
        if option.divider:
            items.append({"divider": option.divider})
            continue
        item = {"value": option.value, "text": option.label}
        if marking:
            item["attributes"] = {"data-mark": f"{OPEN}c{question.name}={option.value}{CLOSE}"}
        else:
            item["checked"] = option.value in chosen if isinstance(chosen, list) else option.value == chosen
        if option.hint:
            item["hint"] = {"text": option.hint}
        if option.exclusive:
            item["behaviour"] = "exclusive"
        if option.reveal:
            item["conditional"] = {"html": Markup("\n").join(draw(q, typed, errors) for q in option.reveal)}
        items.append(item)
    return items


def _radios(question, typed, errors, heading, found, files):
    params = _common(question, errors) | {
        "idPrefix": question.name, "fieldset": _legend(question, heading),
        "items": _options(question, typed, errors, question.options), "classes": "govuk-radios--inline" if question.inline else "",
    }  # fmt: skip
    return Markup(macro("radios", "govukRadios")(params))


def _yes_no(question, typed, errors, heading, found, files):
    from .questions.choices import Option

    options = [Option(value="yes", label=question.yes), Option(value="no", label=question.no)]
    params = _common(question, errors) | {
        "idPrefix": question.name, "fieldset": _legend(question, heading), "items": _options(question, typed, errors, options),
        "classes": "govuk-radios--inline" if len(question.yes + question.no) < 12 else "",
    }  # fmt: skip
    return Markup(macro("radios", "govukRadios")(params))


def _checkboxes(question, typed, errors, heading, found, files):
    params = _common(question, errors) | {
        "idPrefix": question.name, "fieldset": _legend(question, heading),
        "items": _options(question, typed, errors, question.options),
    }  # fmt: skip
    return Markup(macro("checkboxes", "govukCheckboxes")(params))


def _select(question, typed, errors, heading, found, files):
    marking, chosen = isinstance(typed, Marks), typed[question.name]
    items = [{"value": "", "text": "Choose"}]
    for option in question.options:
        if option.value:
            item = {"value": option.value, "text": option.label}
            if marking:
                item["attributes"] = {"data-mark": f"{OPEN}s{question.name}={option.value}{CLOSE}"}
            else:
                item["selected"] = option.value == chosen
            items.append(item)
    return Markup(
        macro("select", "govukSelect")(_common(question, errors) | {"label": _label(question, heading), "items": items})
    )


def _declaration(question, typed, errors, heading, found, files):
    box = {"value": "yes", "text": question.label}
    if isinstance(typed, Marks):
        box["attributes"] = {"data-mark": f"{OPEN}c{question.name}=yes{CLOSE}"}
    else:
        box["checked"] = typed[question.name] == "yes"
    params = _common(question, errors) | {"idPrefix": question.name, "items": [box]}
    return markdown(question.text) + Markup(macro("checkboxes", "govukCheckboxes")(params))


def _bank_account(question, typed, errors, heading, found, files):
    name, sort_code, number = question.fields()
    inputs = [
        (name, "Name on the account", "", {"autocomplete": "off", "spellcheck": False}),
        (sort_code, "Sort code", "6 digits, like 30 94 30", {"inputmode": "numeric", "classes": "govuk-input--width-5", "spellcheck": False}),
        (number, "Account number", "6 to 8 digits", {"inputmode": "numeric", "classes": "govuk-input--width-10", "spellcheck": False}),
    ]  # fmt: skip
    parts = []
    for field, label, hint, more in inputs:
        params = {"id": field, "name": field, "label": {"text": label}, "value": typed[field]} | more
        if hint:
            params["hint"] = {"text": hint}
        if errors.get(field):
            params["errorMessage"] = {"text": errors[field]}
        parts.append(Markup(macro("input", "govukInput")(params)))
    inner = (
        Markup('<div class="govuk-hint">{}</div>').format(question.hint) if question.hint else Markup("")
    ) + Markup("\n").join(parts)
    return Markup(macro("fieldset", "govukFieldset")(_legend(question, heading) | {"html": inner}))


def _allowed(question):
    """What may be sent, in words: “a PDF or a picture, up to 10 MB each”."""
    return f"{kinds.words(set(question.kinds))}, up to {question.max_mb} MB" + (" each" if question.most > 1 else "")


def _own(template):
    """Questions with a page of their own shape: forms/questions/<template>.html."""

    def drawn(question, typed, errors, heading, found, files):
        page = engines["jinja2"].env.get_template(f"forms/questions/{template}.html")
        context = {"question": question, "typed": typed, "errors": errors, "heading": heading, "found": found, "files": files or [],
                   "legend": _legend(question, heading), "label": _label(question, heading), "allowed": _allowed}  # fmt: skip
        return Markup(page.render(context))

    return drawn


_DRAW = {
    "text": _text, "long_text": _long_text, "number": _number, "money": _money, "email": _email, "phone": _phone,
    "date": _date, "yes_no": _yes_no, "radios": _radios, "checkboxes": _checkboxes, "select": _select,
    "declaration": _declaration, "bank_account": _bank_account, "address": _own("address"), "file": _own("file"),
}  # fmt: skip
