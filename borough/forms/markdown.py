"""Markdown in definitions, as HTML with GOV.UK's classes. Raw HTML in it is shown as text, never run."""

from markdown_it import MarkdownIt
from markupsafe import Markup

CLASSES = {
    "p": "govuk-body",
    "a": "govuk-link",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "h1": "govuk-heading-m",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "h4": "govuk-heading-s",
    "hr": "govuk-section-break",
}
LOWER = {"h1": "h2"}  # a page has one first heading, and it is not in its text

_reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
# What somebody may write in an answer: paragraphs, lists and bold or slanted words. No links: officers read it.
_answers = MarkdownIt("zero", {"html": False, "breaks": True}).enable(["list", "emphasis", "newline"])


def html(text: str) -> Markup:
    """Text as HTML. Links other than http, https, mailto and tel are left as text."""
    if not text:
        return Markup("")
    return _drawn(_reader.parse(text))


def answer(text: str) -> Markup:
    """What somebody wrote as HTML, with its lists and its bold words."""
    return _drawn(_answers.parse(text), _answers)


def line(text: str) -> Markup:
    """Text as HTML without paragraphs, to stand within a line."""
    return _drawn(_reader.parseInline(text))


def _drawn(tokens, reader=_reader) -> Markup:
    for token in (t for block in tokens for t in (block, *(block.children or ()))):
        if token.nesting >= 0 and token.tag in CLASSES:
            token.attrSet("class", CLASSES[token.tag])
        token.tag = LOWER.get(token.tag, token.tag)
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704  it escapes what is not Markdown
