"""Paper that screen readers can read, with every word on it, whatever was typed."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pypdf import PdfReader

from borough.foundations.pdf.making import NOT_PRINTED, Paper, Row, Section, pdf

HOSTILE = r'#panic("x") #import "@preview/x:0.1.0" *bold* _it_ $x^2$ `c` = head <label> @ref \ // no /* no */ [x] {y}'
PAPER = Paper(
    title="Your answers: Borrow a bike",
    reference="BIKE-234-678",
    words=("Sent on 27 March 2030.",),
    sections=(
        Section("About you", (Row("Full name", "Ada Example"), Row("Why?", "One\nTwo"))),
        Section("", (Row("Bank account", "Account ending 2345"),)),
    ),
)


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def words(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(made).pages).split())


def kinds(node, found):
    """Every kind of structure in the tree, in reading order."""
    node = node.get_object()
    if "/S" in node:
        found.append(node["/S"])
    below = node.get("/K", [])
    for one in below if isinstance(below, list) else [below]:
        if hasattr(one.get_object(), "get"):
            kinds(one, found)
    return found


def test_it_is_tagged_titled_and_in_a_language():
    root = read(made := pdf(PAPER)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read(made).metadata.title == PAPER.title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    tree = kinds(root["/StructTreeRoot"], [])
    assert [kind for kind in tree if kind in ("/H1", "/H2")] == ["/H1", "/H2"]
    assert tree.count("/LI") == tree.count("/LBody") == 3
    assert tree.count("/L") == 2


def test_every_word_is_there_in_reading_order():
    found = words(pdf(PAPER))
    places = [found.index(said) for said in ("Your answers", "Sent on", "About you", "Full name", "Ada", "One", "Two")]
    assert places == sorted(places)
    assert "Account ending 2345" in found


def test_a_council_puts_its_name_on_it(settings):
    settings.AUTHORITY = {"full_name": "Exampleton Council", "colour": "#5a2a6b"}
    made = pdf(PAPER)
    assert "Exampleton Council" in words(made)
    assert read(made).metadata.author == "Exampleton Council"


def test_what_people_typed_is_no_markup():
    made = pdf(replace(PAPER, title=HOSTILE, words=(HOSTILE,), sections=(Section(HOSTILE, (Row(HOSTILE, HOSTILE),)),)))
    assert words(made).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 4


@settings(max_examples=40)
@given(some.text(alphabet=some.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), max_size=200))
def test_anything_typed_gives_a_tagged_paper(text):
    root = read(pdf(replace(PAPER, sections=(Section("", (Row("Q", text),)),)))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def test_letters_that_no_font_has_are_said_and_the_rest_is_there():
    made = pdf(replace(PAPER, words=("Ada \U00013000 Example",)))
    assert NOT_PRINTED in words(made)
    assert "Example" in words(made)
    assert read(made).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_long_word_does_not_leave_the_page():
    made = pdf(replace(PAPER, words=("x" * 900,)))
    text = "".join(page.extract_text() for page in read(made).pages)
    assert text.count("x") == 900 + PAPER.title.count("x") + sum(row.text.count("x") for row in PAPER.sections[0].rows)
    assert max(len(line) for line in text.replace("\u200b", "").splitlines()) < 130


def test_large_print_is_larger_and_welsh_is_welsh():
    assert len(read(pdf(replace(PAPER, sections=PAPER.sections * 12, format="large_print"))).pages) > len(
        read(pdf(replace(PAPER, sections=PAPER.sections * 12))).pages
    )
    assert read(pdf(replace(PAPER, language="cy"))).trailer["/Root"]["/Lang"] == "cy-GB"


@pytest.mark.parametrize("rows", [500])
def test_the_longest_form_is_made_too(rows):
    long = Section("All", tuple(Row(f"Question {n}", "word " * 400) for n in range(rows)))
    assert len(read(pdf(replace(PAPER, sections=(long,)))).pages) > 100
