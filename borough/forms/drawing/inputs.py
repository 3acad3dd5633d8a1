"""Questions with one box to type in."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from borough.design.languages import spoken

from .parts import Asked, govuk, hint

PLURALS = ("zero", "one", "two", "few", "many", "other")  # as a browser counts
COUNTED_CHARACTERS = {
    "charactersUnderLimitText": N_("You have %{count} characters remaining"),
    "charactersAtLimitText": N_("You have no characters remaining"),
    "charactersOverLimitText": N_("You have %{count} characters too many"),
}
COUNTED_WORDS = {
    "wordsUnderLimitText": N_("You have %{count} words remaining"),
    "wordsAtLimitText": N_("You have no words remaining"),
    "wordsOverLimitText": N_("You have %{count} words too many"),
}
RICH = N_("To make a list, begin each line with a dash and a space. For bold words, write **two stars** around them.")
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
    like = {"text": asked.question.hint or _("Like 9:30am or 14:30")}
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
    if question.rich:
        size |= hint(f"{question.hint} {_(RICH)}".strip())
    return govuk("character-count", "govukCharacterCount", _params(asked) | size | _counted("maxwords" in size))


def _counted(words: bool) -> dict:
    """What the count says, in another language than the macro's and the script's own."""
    if spoken() == "en":
        return {}
    most = _("You can enter up to %{count} words") if words else _("You can enter up to %{count} characters")
    texts = {name: _(text) for name, text in (COUNTED_WORDS if words else COUNTED_CHARACTERS).items()}
    return {"textareaDescriptionText": most} | {
        name: text if "At" in name else dict.fromkeys(PLURALS, text) for name, text in texts.items()
    }


def _box(asked, more):
    return govuk("input", "govukInput", _params(asked) | more)


def _params(asked):
    return asked.params() | {"label": asked.label, "value": asked.answer}
