"""What drawing any question needs: the macros, its label, and the marks that stand in for answers."""

from dataclasses import dataclass, field
from functools import cache

from django.template import engines
from django.utils.translation import gettext as _
from markupsafe import Markup

from borough.design.filters import error_message

from ..questions.base import Question

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters: what people type loses them on the way in


class Marks(dict):
    """Stands in for what was typed: any field gives the mark that says where its text belongs."""

    def __missing__(self, name):
        return f"{OPEN}v{name}{CLOSE}"


@dataclass(frozen=True)
class Asked:
    """A question about to be drawn, with all that differs from one drawing to the next."""

    question: Question
    typed: dict  # field → text (or list)
    errors: dict  # field → message
    heading: bool = False  # its label is the page's heading
    files: dict = field(default_factory=dict)  # question → those kept already

    @property
    def answer(self):
        return self.typed[self.question.name]

    @property
    def label(self) -> dict:
        text = self.question.label
        if self.question.optional and _("optional") not in text.lower():
            text = _("{label} (optional)").format(label=text)
        return {"text": text, "isPageHeading": True, "classes": "govuk-label--l"} if self.heading else {"text": text}

    @property
    def legend(self) -> dict:
        return {"legend": self.label | {"classes": f"govuk-fieldset__legend--{'l' if self.heading else 's'}"}}

    def params(self) -> dict:
        """What every macro takes."""
        name = self.question.name
        return hint(self.question.hint) | error(self.errors.get(name)) | {"id": name, "name": name}


def hint(text: str) -> dict:
    return {"hint": {"text": text}} if text else {}


def error(message: str | None) -> dict:
    return {"errorMessage": error_message(message)} if message else {}


def govuk(component: str, name: str, params: dict) -> Markup:
    """GOV.UK's macro `name` of `component`, filled with `params`."""
    return Markup(_macro(component, name)(params))  # noqa: S704  the macros escape every `text` and `value` they take


def own(template: str, **context) -> Markup:
    """A question with a shape of its own: forms/questions/<template>.html."""
    page = engines["jinja2"].env.get_template(f"forms/questions/{template}.html")
    return Markup(page.render(context))  # noqa: S704  a template of ours, which escapes


@cache
def _macro(component: str, name: str):
    template = engines["jinja2"].env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    return getattr(template.module, name)
