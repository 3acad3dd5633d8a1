"""What a check says of a definition's other languages: gaps, each with its file and line, and what would not work."""

import pytest

from .. import made
from . import bike

PROMISED = made.bike("reference: BIK\n", "reference: BIK\nlanguages: [en, cy]\n")


def said(found) -> list[str]:
    return [str(fault) for fault in found]


def test_what_is_missing_is_said_where_its_english_stands():
    found = bike.loaded()
    assert found.faults == []
    assert "borrow-a-bike/service.yaml:2: “Borrow a bike for a week.” has no Welsh" in said(found.gaps)
    assert not any("“Borrow a bike”" in gap for gap in said(found.gaps))


def test_what_is_stale_is_said_where_its_words_stand():
    written = 'msgctxt "title"\nmsgid "Borrow two bikes"\nmsgstr "Benthyg dau feic"\n'
    found = bike.loaded(catalogue=written)
    line = "borrow-a-bike/cy.po:2: The Welsh is stale, because the English is new: “Borrow a bike”"
    assert line in said(found.gaps)
    assert "title" not in found.translations["cy"]


def test_what_is_empty_is_said_in_the_catalogue():
    found = bike.loaded(catalogue='\nmsgctxt "title"\nmsgid "Borrow a bike"\nmsgstr ""\n')
    assert "borrow-a-bike/cy.po:3: “Borrow a bike” has no Welsh" in said(found.gaps)


def test_a_language_promised_whole_must_be():
    found = bike.loaded(PROMISED)
    assert found.form is None
    assert "borrow-a-bike/service.yaml:2: “Borrow a bike for a week.” has no Welsh" in said(found.faults)
    assert found.gaps == []


def test_a_language_promised_must_be_there():
    found = made.loaded(PROMISED)
    want = "service.yaml:6: There is no cy.po beside it: make one with `borough services translate borrow-a-bike`"
    assert said(found.faults) == [want]


def test_english_alone_can_be_promised():
    found = bike.loaded(made.bike("reference: BIK\n", "reference: BIK\nlanguages: [en]\n"))
    assert (found.faults, found.gaps, found.translations) == ([], [], {})


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Diolch, ((name)).", "The Welsh does not fill in ((reference)), as the English does"),
        ("((name)) ((reference)) ((cath))", "The Welsh fills in ((cath)), which the English does not"),
    ],
)
def test_both_fill_in_the_same(words, message):
    english = "Thank you, ((name)). Your reference is ((reference))."
    found = bike.loaded(catalogue=bike.po({english: words}))
    assert found.form is None
    assert f"borrow-a-bike/cy.po:1: {message}" in said(found.faults)


def test_words_that_would_not_do_in_english_do_not_in_welsh():
    found = bike.loaded(catalogue=bike.po({"Borrow a bike": "B" * 500}))
    assert said(found.faults)[0].startswith("borrow-a-bike/cy.po:1: In Welsh: ")


@pytest.mark.parametrize("text", ["msgid", "not a catalogue", 'msgid "a"\n"'])
def test_what_is_no_catalogue_is_said(text):
    found = bike.loaded(catalogue=text)
    assert found.form is None
    assert "cy.po:" in said(found.faults)[0]


def test_other_words_are_another_version():
    plain, welsh = made.loaded(made.BIKE), bike.loaded()
    other = bike.loaded(catalogue=bike.po(bike.WORDS | {"Me": "Fi fy hun"}))
    assert len({plain.hash, welsh.hash, other.hash}) == 3
    comment = bike.loaded(catalogue="# Checked by a Welsh speaker\n\n" + bike.po())
    assert comment.hash == welsh.hash
