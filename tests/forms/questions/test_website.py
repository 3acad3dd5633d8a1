"""Web addresses: put right where that is plain, refused where a link to them could do harm."""

import datetime

import pytest

from borough.forms.questions import Invalid

from .kinds import make

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("www.example.org", "https://www.example.org"),
        ("Example.ORG/About?a=1", "https://example.org/About?a=1"),
        ("http://example.org", "http://example.org"),
        ("//example.org", "https://example.org"),
        ("example.org:8000/a", "https://example.org:8000/a"),
    ],
)
def test_https_is_added_where_it_was_left_out(typed, kept):
    question = make("website")
    assert question.clean({"q": typed}, TODAY) == kept
    assert question.clean(question.typed(kept), TODAY) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "https://user:password@example.org",
        "localhost",
        "ours",
        "two words.org",
        "https://",
        "https://[::1",
        "https://example.org/" + "x" * 2_000,
    ],
)
def test_anything_else_is_refused(typed):
    with pytest.raises(Invalid, match="must be a web address, like"):
        make("website").clean({"q": typed}, TODAY)
