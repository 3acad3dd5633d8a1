"""Whether anything that was sent could run, or break what it stands in."""

import re
from html.parser import HTMLParser

RUNS = re.compile(
    r"<(?:script|img|svg|iframe|math|base|meta|style|object|hostile)[^>]*hostile|<script\s*>\s*hostile|[\"']\s*hostile"
    r"|href=[\"']?\s*(?:javascript|data|vbscript):|1337hostile|7777777hostile|[\ue000-\ue002]",
    re.IGNORECASE,
)


def harmless(response) -> str:
    """The page's words. It is no 500, and nothing in it is more than words."""
    assert response.status_code < 500, response.status_code
    if not response.get("Content-Type", "").startswith("text/html"):
        return ""
    page = response.content.decode()
    found = RUNS.search(page)
    assert not found, page[max(0, found.start() - 200) : found.end() + 100]
    return page


class Reader(HTMLParser):
    """Reads a page as a browser does, for what could run."""

    def __init__(self):
        super().__init__()
        self.bad: list[str] = []
        self.script = False

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.script = tag == "script" and "src" not in named
        if tag in ("iframe", "object", "embed", "base", "hostile") or "style" in named or "hostile" in named:
            self.bad.append(self.get_starttag_text())
        if tag == "script" and not (named.get("src") or "/static/").startswith("/static/"):
            self.bad.append(self.get_starttag_text())
        for name, value in attrs:
            address = re.sub(r"\s", "", value or "").lower() if name in ("href", "src", "action", "formaction") else ""
            if name.startswith("on") or address.startswith(("javascript:", "data:text", "vbscript:")):
                self.bad.append(self.get_starttag_text())

    def handle_data(self, data):
        if self.script and "hostile" in data:
            self.bad.append(data)


def read(response) -> str:
    """The same, read whole: slower, for the pages that many look at."""
    page = harmless(response)
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.bad, reader.bad
    return page
