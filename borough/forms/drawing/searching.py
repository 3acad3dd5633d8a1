"""A box to type a name in, with the nearest matches beneath where we are not sure."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from markupsafe import Markup

from . import choices
from .parts import Asked, Marks, govuk

HELD = Markup('<input type="hidden" name="{}" value="{}">')
HINT = N_("Type the name. If we are not sure which you mean, we show you the nearest.")


def autocomplete(asked: Asked):
    return choices.select(asked) if asked.question.listed else search(asked)


def search(asked: Asked, hint: str = ""):
    question = asked.question
    params = asked.params() | {"label": asked.label, "value": asked.answer, "autocomplete": "off", "spellcheck": False}
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
