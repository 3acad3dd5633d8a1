"""Words between questions."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from ..markdown import html as markdown
from ..markdown import line
from .parts import Asked, govuk

DOWNLOAD = Markup('<p class="govuk-body"><a class="govuk-link" href="{}" download>{}</a></p>')


def content(asked: Asked) -> Markup:
    words = asked.question
    return _DRAW[words.kind](words)


def _details(words):
    return govuk("details", "govukDetails", {"summaryText": words.label, "html": markdown(words.text)})


def _warning(words):
    return govuk("warning-text", "govukWarningText", {"html": line(words.text), "iconFallbackText": _("Warning")})


_DRAW = {
    "plain": lambda words: markdown(words.text),
    "inset": lambda words: govuk("inset-text", "govukInsetText", {"html": markdown(words.text)}),
    "warning": _warning,
    "details": _details,
    "download": lambda words: markdown(words.text) + DOWNLOAD.format(words.href, words.label),
}
