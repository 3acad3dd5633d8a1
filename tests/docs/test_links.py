"""Every page that is named is there, and decisions are numbered one after the other."""

import re

import pytest

from .pages import PAGES, ROOT, name

LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
NAMED = re.compile(r"docs/[a-z-]+/[\w./-]+\.(?:md|png)")
CODE = [path for top in ("borough", "tests", "bench") for path in sorted((ROOT / top).rglob("*.py"))]


def anchors(text: str) -> set[str]:
    """The places in a page that a link can name, as GitHub makes them of headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page):
    for path, place in LINK.findall(page.read_text(encoding="utf-8")):
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), path
        assert not place or place in anchors(there.read_text(encoding="utf-8")), f"{path}#{place}"


def test_every_page_that_code_names_is_there():
    found = {named for path in CODE for named in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert found
    assert not [named for named in sorted(found) if not (ROOT / named).exists()]


def test_decisions_are_numbered_one_after_the_other():
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    for number, page in enumerate(decisions, start=1):
        assert page.name.startswith(f"{number:04}-"), page.name
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. "), page.name


def test_every_how_to_is_in_the_table_of_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [page.name for page in (ROOT / "docs/how-to").glob("*.md") if f"(docs/how-to/{page.name})" not in readme]
