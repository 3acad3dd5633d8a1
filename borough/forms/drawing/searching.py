"""A box to type a name in, with the nearest matches beneath where we are not sure."""

import json

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from markupsafe import Markup

from . import choices
from .parts import Asked, Marks, govuk

HELD = Markup('<input type="hidden" name="{}" value="{}">')
HINT = N_("Type the name. If we are not sure which you mean, we show you the nearest.")
# What the list says as it changes, to those who do not see it
WORDS = {
    "none": N_("Nothing like that found. Check its spelling"),
    "found": N_("Found: {count}."),
    "help": N_("As you type, choose with the up and down arrows and press Enter. On a touch screen, swipe."),
}


def autocomplete(asked: Asked):
    if asked.question.listed:
        return choices.select(asked)
    words = json.dumps({name: _(text) for name, text in WORDS.items()}, ensure_ascii=False)
    return search(asked, attributes={"data-choices": asked.question.name, "data-words": words})


def search(asked: Asked, hint: str = "", attributes: dict | None = None):
    question = asked.question
    params = asked.params() | {"label": asked.label, "value": asked.answer, "autocomplete": "off", "spellcheck": False}
    params |= {"attributes": attributes or {}}
    box = govuk("input", "govukInput", params | {"hint": {"text": question.hint or hint or _(HINT)}})
    if isinstance(asked.typed, Marks) or question.name not in asked.errors:
        return box + HELD.format(f"{question.name}-match", asked.typed[f"{question.name}-match"])
    found = question.matches(asked.answer)
    return box + _matches(asked, found) if found else box


def _matches(asked, found) -> Markup:
    field = f"{asked.question.name}-match"
    items = [{"value": f"{value} {asked.answer}", "text": label} for value, label in found]
    legend = {"text": _("Which do you mean?"), "classes": "govuk-fieldset__legend--s"}
    params = {"idPrefix": field, "name": field, "fieldset": {"legend": legend}, "items": items}
    return govuk("radios", "govukRadios", params | {"classes": "govuk-radios--small"})
