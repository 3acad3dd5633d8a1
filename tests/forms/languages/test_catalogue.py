"""A catalogue brought up to date: what is new, stale and gone, and nothing translated is lost."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from borough.forms.definition import load
from borough.forms.languages.catalogue import Catalogue, Unreadable
from borough.forms.languages.exchanging import translations
from borough.forms.languages.texts import Wording, of_form
from borough.forms.languages.updating import updated

from .. import made
from . import bike

TEXTS = [Wording(("title",), "title", "Borrow a bike"), Wording(("summary",), "summary", "Borrow one for a week.")]


def update(written: str, texts=TEXTS):
    """(the file anew, counts), from one that says `written`."""
    return updated(Catalogue(written), texts, slug="borrow-a-bike", language="cy")


def entry(place, english, words, flags=""):
    return f'{flags}msgctxt "{place}"\nmsgid "{english}"\nmsgstr "{words}"\n\n'


WHOLE = entry("title", "Borrow a bike", "Benthyg beic") + entry("summary", "Borrow one for a week.", "Am wythnos.")


def test_a_new_one_has_every_text_empty():
    text, counts = updated(None, TEXTS, slug="borrow-a-bike", language="cy")
    assert counts == {"translated": 0, "stale": 0, "missing": 2, "gone": 0}
    assert "# Welsh of services/borrow-a-bike/service.yaml." in text
    assert 'msgctxt "summary"\nmsgid "Borrow one for a week."\nmsgstr ""' in text


def test_up_to_date_it_stays_as_it_is():
    once, counts = update(WHOLE)
    assert counts == {"translated": 2, "stale": 0, "missing": 0, "gone": 0}
    assert update(once) == (once, counts)


def test_where_the_english_changed_the_words_are_stale_until_somebody_says_otherwise():
    changed = [Wording(("title",), "title", "Borrow two bikes"), TEXTS[1]]
    text, counts = update(WHOLE, changed)
    assert counts == {"translated": 1, "stale": 1, "missing": 0, "gone": 0}
    assert (
        '# The English was: Borrow a bike\n#, fuzzy\nmsgctxt "title"\nmsgid "Borrow two bikes"\nmsgstr "Benthyg beic"'
        in text
    )
    assert translations(Catalogue(text), changed) == {"summary": "Am wythnos."}
    again, counts = update(text, changed)
    assert (again, counts["stale"]) == (text, 1)
    put_right = text.replace("#, fuzzy\n", "").replace('"Benthyg beic"', '"Benthyg dau feic"')
    done, counts = update(put_right, changed)
    assert (counts["translated"], "The English was" in done) == (2, False)


def test_what_is_gone_stays_commented_out_and_comes_back_with_its_english():
    text, counts = update(WHOLE, TEXTS[:1])
    assert counts["gone"] == 1
    assert '#~ msgstr "Am wythnos."' in text
    assert update(text)[1] == {"translated": 2, "stale": 0, "missing": 0, "gone": 0}


def test_the_same_english_elsewhere_brings_its_words_along():
    moved = [*TEXTS, Wording(("pages", 0, "title"), "pages/first/title", "Borrow a bike")]
    assert update(WHOLE, moved)[1]["translated"] == 3


def test_equal_words_can_differ_from_place_to_place():
    texts = [Wording(("a",), "a", "None of these"), Wording(("b",), "b", "None of these")]
    written = entry("a", "None of these", "Dim un") + entry("b", "None of these", "Dim un o'r rhain")
    assert translations(Catalogue(written), texts) == {"a": "Dim un", "b": "Dim un o'r rhain"}


def test_our_own_default_words_are_not_asked_for():
    assert update(WHOLE, [*TEXTS, Wording(("yes",), "yes", "Yes", given=False)])[1]["missing"] == 0


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co")), min_size=1)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1))
def test_any_words_survive_the_file(pairs):
    texts = [Wording((at,), f"place/{at}", f"{at}: {english}\nand more") for at, (english, _) in enumerate(pairs)]
    words = {text.place: f"{welsh}\t\n“{welsh}”" for text, (_, welsh) in zip(texts, pairs, strict=True)}
    made = Catalog(locale="cy", fuzzy=False)
    for text in texts:
        made.add(text.text, words[text.place], context=text.place)
    write_po(file := BytesIO(), made)
    again, counts = update(file.getvalue().decode(), texts)
    assert counts["translated"] == len(texts)
    assert translations(Catalogue(again), texts) == words


def refused(text) -> int:
    """The line where it stops being a catalogue; 1 where it is one."""
    try:
        Catalogue(text)
    except Unreadable as wrong:
        return wrong.line
    return 1


PARTS = [
    "msgid",
    "msgstr",
    "msgctxt",
    '"',
    '"x"',
    "\n",
    "#, fuzzy\n",
    "#~ ",
    "msgid_plural",
    "msgstr[1]",
    "\\",
    "# ",
    " ",
]


@given(st.text() | st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_whatever_the_file_says_it_is_read_or_refused(text):
    assert refused(text) >= 1


@pytest.mark.parametrize(
    "text", ['msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 'msgid "a"\nmsgstr "\\r"\n', "\0", "\ue000"]
)
def test_what_no_form_has_is_refused(text):
    with pytest.raises(Unreadable):
        Catalogue(text)


def test_a_round_trip_of_a_whole_definition():
    found = bike.loaded()
    form, _ = load.build(load.read(made.BIKE, "service.yaml"), "borrow-a-bike")
    texts = list(of_form(form))
    text, counts = updated(Catalogue(bike.po()), texts, slug="borrow-a-bike", language="cy")
    assert counts["translated"] == len(found.translations["cy"])
    assert translations(Catalogue(text), texts) == found.translations["cy"]
