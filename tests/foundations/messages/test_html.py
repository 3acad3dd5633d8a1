"""The HTML half of an e-mail is made of headings, bullets, paragraphs and links, and nothing anybody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations.messages.harmless import harmless
from borough.foundations.messages.html import blocks


def test_each_kind_of_block():
    assert blocks("# Ready\nCome and get it.\nSoon.\n\n* one\n- two\n\nEnd") == (
        "<h2>Ready</h2><p>Come and get it.<br>Soon.</p><ul><li>one</li><li>two</li></ul><p>End</p>"
    )


def test_links_can_be_followed():
    assert '<a href="https://borough.example/x?a=1&amp;b=2">' in blocks("See https://borough.example/x?a=1&b=2")


def test_a_sentence_may_end_with_a_link():
    assert '(<a href="https://a.example/b">https://a.example/b</a>).' in blocks("Look (https://a.example/b).")


@pytest.mark.parametrize(
    "text", ["evil.com", "www.evil.com/x", "me@evil.com", "//evil.com", "ftp://evil.com", "javascript:x"]
)
def test_what_only_looks_like_an_address_is_no_link(text):
    assert "<a" not in blocks(f"Dear {text}")


@pytest.mark.parametrize(
    "text", ["https://evil.com", "hthttps://tps://evil.com", "WWW.evil.com", "hhttp://ttp://www.evil.com"]
)
def test_what_somebody_typed_is_no_link(text):
    assert "<a" not in blocks(f"Dear {harmless(text)}")


@given(st.text(alphabet=st.sampled_from("<>&\"'/ab:. \n#*-@"), max_size=60))
def test_nothing_typed_becomes_markup(text):
    made = blocks(text.replace("http", "").replace("@", ""))
    for tag in ("h2", "p", "ul", "li"):
        made = made.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    left = made.replace("<br>", "")
    assert "<" not in left.replace("<a href=", "").replace("</a>", "")
