"""HTML drawn once, cut where what differs from one person to the next goes, and filled for each.

A mark names its hole: v a field's text, c or s a choice, p a part of the page, a an earlier answer.
"""

import re
from html import escape

from .drawing import CLOSE, OPEN

CUT = re.compile(f' data-mark="{OPEN}([cs])([^{CLOSE}]*){CLOSE}"|{OPEN}(.)([^{CLOSE}]*){CLOSE}')


def part(name: str) -> str:
    """The mark of a part: HTML that `fill` finds in `own`."""
    return f"{OPEN}p{name}{CLOSE}"


class Cut:
    """HTML cut at its marks. `fill` puts a person's own parts in."""

    def __init__(self, html: str):
        self.steady: list[str] = []
        self.holes: list[tuple[str, str, str]] = []
        at = 0
        for match in CUT.finditer(html):
            kind, name = match[1] or match[3], match[2] if match[1] else match[4]
            field, _, option = name.partition("=") if kind in "cs" else (name, "", "")
            self.steady.append(html[at : match.start()])
            self.holes.append((kind, field, option))
            at = match.end()
        self.last = html[at:]

    def fill(self, typed: dict, own: dict, said) -> str:
        """`typed` field → text, `own` the page's parts by name, `said(question)` an earlier answer for people."""
        out = []
        for steady, (kind, field, option) in zip(self.steady, self.holes, strict=True):
            out.append(steady)
            if kind == "v":
                out.append(escape(typed.get(field, "")))
            elif kind == "p":
                out.append(own[field])
            elif kind == "a":
                out.append(escape(said(field)))
            else:
                chosen = typed.get(field)
                if option in chosen if isinstance(chosen, list) else option == chosen:
                    out.append(" checked" if kind == "c" else " selected")
        out.append(self.last)
        return "".join(out)
