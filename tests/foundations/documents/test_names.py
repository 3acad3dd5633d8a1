"""Whatever a file was called, its name is safe to show, store and save as."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations.documents.names import LONGEST, safe_name


@given(st.text())
def test_every_name_comes_out_safe(name):
    safe = safe_name(name)
    assert safe
    assert len(safe) <= LONGEST + 1
    assert not set(safe) & set('/\\:*?"<>|')
    assert not any(unicodedata.category(c)[0] == "C" for c in safe)
    assert not safe.startswith(".")
    assert safe == safe.strip()


@given(st.text())
def test_a_safe_name_is_left_as_it_is(name):
    assert safe_name(safe_name(name)) == safe_name(name)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Bank statement.pdf", "Bank statement.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Me\\photo.JPG", "photo.JPG"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\0b.pdf", "ab.pdf"),
        ("two\nlines\t.pdf", "two lines.pdf"),
        ("", "file"),
        ("...", "file"),
        (".htaccess", "htaccess"),
        ("con.pdf", "-con.pdf"),
        ('a"b<c>.pdf', "a-b-c-.pdf"),
        ("lettre été 😀.pdf", "lettre été 😀.pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_what_becomes_of_a_name(name, safe):
    assert safe_name(name) == safe
