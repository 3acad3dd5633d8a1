"""Formatted answers: lists and bold words as such, and nothing else that somebody could do with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.drawing import draw

from .kinds import make

RICH = make("long_text", rich=True)
ODD = [
    "**",
    "- ",
    "1. ",
    "* ",
    "_",
    "[a](https://x.example)",
    "![a](/b)",
    "<b>",
    "`",
    "#",
    "> ",
    "|",
    "&lt;",
    "\n",
    " x",
]


def test_lists_and_bold_words_are_shown_as_such():
    html = str(RICH.html("First **this**:\n\n- one\n- two\n\nthen\nthat"))
    assert html == (
        '<p class="govuk-body">First <strong>this</strong>:</p>\n<ul class="govuk-list govuk-list--bullet">\n'
        '<li>one</li>\n<li>two</li>\n</ul>\n<p class="govuk-body">then<br>\nthat</p>\n'
    )


@pytest.mark.parametrize(
    "text",
    ["[us](https://x.example)", "https://x.example", "<script>1</script>", "![](/x)", "# Big", "`a`", "<b>x</b>"],
)
def test_nothing_else_is_made_of_it(text):
    html = str(RICH.html(text)).lower()
    for tag in ("<a", "<script", "<img", "<h1", "<h2", "<code", "<b>"):
        assert tag not in html


@given(some.lists(some.sampled_from(ODD) | some.text(max_size=8), max_size=30).map("".join))
def test_whatever_is_written_can_be_shown(text):
    html = str(RICH.html(text) or "")
    for tag in ("<a", "<script", "<img", "<h", "<code", "<b>", "<table"):
        assert tag not in html


def test_the_words_are_kept_as_written_and_plain_text_stays_plain():
    typed = {"q": "- one\n- **two**"}
    assert RICH.clean(typed, None) == typed["q"]
    assert RICH.display(typed["q"]) == typed["q"]
    assert make("long_text").html("**a**") is None
    assert make("long_text", rich=True).html(None) is None


def test_how_to_is_said():
    assert "begin each line with a dash" in str(draw(RICH, {"q": ""}, {}))
    assert "begin each line with a dash" not in str(draw(make("long_text"), {"q": ""}, {}))
