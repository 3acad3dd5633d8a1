"""What is still English on a page in another language says so, for those who hear the page (WCAG 3.1.2)."""

import re
from functools import cache
from html import unescape

from ..definition.checks import PLACEHOLDER
from ..markdown import html as markdown

ELSEWHERE = r"<(title|textarea|script|style)[\s>].*?</\1>"  # where no element may stand
OPTION = r"(<option\b)([^>]*>)([^<>]+)(?=<)"
TEXT = r"(?<=>)([^<>]+)(?=<)"
PARTS = re.compile(f"{ELSEWHERE}|{OPTION}|{TEXT}", re.DOTALL)


def mark(html: str, english: frozenset[str]) -> str:
    """`html` with lang="en" around each text that is one of `english`, or a part of one that is Markdown."""
    known = _known(english)

    def marked(match):
        text = match[4] or match[5] or ""
        if not text.strip() or not known.fullmatch(unescape(text).strip()):
            return match[0]
        return f'{match[2]} lang="en"{match[3]}{text}' if match[4] else f'<span lang="en">{text}</span>'

    return PARTS.sub(marked, html)


@cache
def _known(english: frozenset[str]) -> re.Pattern:
    """Any of the texts, or of the parts between the tags of their Markdown, with anything for their ((names))."""
    parts = {unescape(part) for text in english for part in re.findall(TEXT, str(markdown(text)))} | english
    return re.compile("|".join(sorted(_pattern(part.strip()) for part in parts if part.strip())))


def _pattern(text: str) -> str:
    pieces = PLACEHOLDER.split(text)[::2]  # what stands between the names
    return ".+".join(map(re.escape, pieces)) if any(map(str.strip, pieces)) else re.escape(text)
