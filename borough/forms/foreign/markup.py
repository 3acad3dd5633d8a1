"""HTML of other forms as Markdown, and as the words we set apart: insets, warnings, details."""

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, NavigableString
from bs4.element import CData, Comment, Declaration, Doctype, ProcessingInstruction
from markdownify import MarkdownConverter

from .loose import clean, one_line

warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)

GONE = ["script", "style", "iframe", "object", "embed", "form", "input", "button", "svg", "link", "meta", "noscript"]
TAG = re.compile(r"<[a-zA-Z/!][^<>]*>|&[#a-zA-Z0-9]+;")
LONGEST = 19_000  # characters in one text of ours
RICH = re.compile(r"<(a|ul|ol|table|h[1-6]|details|img)\b", re.IGNORECASE)
COMMANDS = re.compile(r"\{%.*?%\}", re.DOTALL)


class Converter(MarkdownConverter):
    """Headings by #, links kept, images by their words."""

    class DefaultOptions(MarkdownConverter.DefaultOptions):
        heading_style = "ATX"
        bullets = "*"
        escape_misc = False
        escape_underscores = False
        newline_style = "BACKSLASH"

    def convert_img(self, el, text, parent_tags):
        return el.get("alt") or ""


def soup(html: str) -> BeautifulSoup:
    tree = BeautifulSoup(html, "html.parser")
    for tag in tree(GONE):
        tag.decompose()
    for odd in tree.find_all(string=lambda s: isinstance(s, Comment | CData | Doctype | Declaration)):
        odd.extract()
    for odd in tree.find_all(string=lambda s: isinstance(s, ProcessingInstruction)):
        odd.extract()
    return tree


def drops(html: str) -> list[str]:
    """What of this no page of ours can show: scripts, boxes of other forms, pictures."""
    found = {tag.lower() for tag in re.findall(r"<\s*([a-zA-Z]+)", html)}
    return sorted(found & {*GONE, "img", "video", "audio"})


def plain(html: str) -> str:
    """Words on one line, without tags."""
    html = clean(html)
    if TAG.search(html):
        try:
            html = soup(html).get_text(" ")
        except RecursionError:
            html = TAG.sub(" ", html)
    return guarded(one_line(html))


def markdown(html: str) -> str:
    """HTML as Markdown. Plain text with no tags is kept as it is."""
    html = clean(html)
    if not TAG.search(html):
        return guarded(html)[:LONGEST]
    try:
        return _tidied(Converter().convert_soup(soup(html)))
    except RecursionError:
        return _tidied(TAG.sub(" ", html))


def pieces(html: str) -> list[dict]:
    """HTML as `content` of ours: plain words, and apart from them each inset, warning and details."""
    html = clean(html)
    try:
        tree = soup(html)
        found = []
        for kind, part in _apart(tree):
            found += _piece(kind, part)
        return found
    except RecursionError:
        words = _tidied(TAG.sub(" ", html))
        return [{"type": "content", "text": words}] if words else []


def _apart(tree):
    """(kind, soup or text) in order. What stands apart is taken out of whatever held it."""
    held = []
    for mark, (kind, tag) in enumerate(_special(tree)):
        if tag.parent is None or any(tag in one.descendants for _, one in held):
            continue
        tag.replace_with(NavigableString(f"\ue010{mark}\ue010"))
        held.append((kind, tag))
    words = Converter().convert_soup(tree)
    found = dict(enumerate(held))
    order = re.split("\ue010\\d+\ue010", words)
    marks = iter(range(len(held)))
    for at, text in enumerate(order):
        yield "plain", text
        if at < len(order) - 1:
            yield found[next(marks)]


def _special(tree):
    for tag in tree.find_all(["details", "div", "p", "section"]):
        classes = tag.get("class") or []
        if tag.name == "details":
            yield "details", tag
        elif "govuk-inset-text" in classes:
            yield "inset", tag
        elif "govuk-warning-text" in classes:
            yield "warning", tag


def _piece(kind, part):
    if kind == "plain":
        words = _tidied(part)
        return [{"type": "content", "text": words}] if words else []
    if kind == "details":
        summary = part.find("summary")
        label = one_line(summary.get_text(" ")) if summary else ""
        if summary:
            summary.decompose()
        words = _tidied(Converter().convert_soup(part))
        return [details(label or "More", words)] if words else [{"type": "content", "text": label}] if label else []
    if kind == "warning":
        for mark in part.find_all(
            class_=["govuk-warning-text__icon", "govuk-visually-hidden", "govuk-warning-text__assistive"]
        ):
            mark.decompose()
        words = guarded(one_line(part.get_text(" ")))
    else:
        words = _tidied(Converter().convert_soup(part))
    return [{"type": "content", "kind": kind, "text": words}] if words else []


def details(label: str, words: str) -> dict:
    return {"type": "content", "kind": "details", "label": label[:300], "text": words}


def guarded(words: str) -> str:
    """Two brackets would be filled with an answer, and nobody meant that."""
    return words.replace("((", "( (").replace("))", ") )") if "((" in words else words


def _tidied(words: str) -> str:
    words = re.sub(r"[ \t]+\n", "\n", clean(words))
    return guarded(re.sub(r"\n{3,}", "\n\n", words).strip())[:LONGEST]
