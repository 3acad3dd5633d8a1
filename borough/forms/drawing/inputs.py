"""Questions with one box to type in."""

from .parts import Asked, govuk

DIGITS = {"classes": "govuk-input--width-10", "spellcheck": False}


def text(asked: Asked):
    question, more = asked.question, {}
    if question.width:
        more["classes"] = f"govuk-input--width-{question.width}"
    if question.prefix:
        more["prefix"] = {"text": question.prefix}
    if question.suffix:
        more["suffix"] = {"text": question.suffix}
    if question.autocomplete:
        more["autocomplete"] = question.autocomplete
    return _box(asked, more)


def number(asked: Asked):
    unit = {"suffix": {"text": asked.question.unit}} if asked.question.unit else {}
    return _box(asked, DIGITS | {"inputmode": "decimal" if asked.question.decimals else "numeric"} | unit)


def money(asked: Asked):
    return _box(asked, DIGITS | {"inputmode": "decimal", "prefix": {"text": "£"}})


def time(asked: Asked):
    like = {"text": asked.question.hint or "Like 9:30am or 14:30"}
    return _box(asked, {"classes": "govuk-input--width-5", "spellcheck": False, "hint": like})


def email(asked: Asked):
    return _box(asked, {"type": "email", "autocomplete": "email", "spellcheck": False})


def grid_reference(asked: Asked):
    return _box(asked, DIGITS)


def organisation(asked: Asked):
    return _box(asked, {"autocomplete": "organization"})


def website(asked: Asked):
    return _box(asked, {"type": "url", "autocomplete": "url", "spellcheck": False})


def phone(asked: Asked):
    return _box(asked, {"type": "tel", "autocomplete": "tel", "classes": "govuk-input--width-20"})


def long_text(asked: Asked):
    question, size = asked.question, {"rows": asked.question.rows}
    size |= {"maxwords": question.max_words} if question.max_words else {"maxlength": question.longest}
    return govuk("character-count", "govukCharacterCount", _params(asked) | size)


def _box(asked, more):
    return govuk("input", "govukInput", _params(asked) | more)


def _params(asked):
    return asked.params() | {"label": asked.label, "value": asked.answer}
