"""The reference says what the types are now, has a picture of each, and its links lead somewhere."""

import re
from pathlib import Path

import pytest
from PIL import Image

from borough.forms.definition.load import load_text
from borough.forms.reference import pages
from borough.forms.reference.examples import EXAMPLES, KINDS

pytestmark = pytest.mark.django_db
STALE = "The reference is stale: run `make reference`."
WHOLE = 1_000_000  # bytes that all pictures may have


@pytest.fixture
def found():
    return pages.pages()


def test_every_type_has_its_example_which_is_sound():
    assert list(EXAMPLES) == list(KINDS)
    for example in EXAMPLES.values():
        assert load_text(example.definition, slug=example.slug).faults == [], example.type


def test_it_is_up_to_date(found):
    there = {path.name: path.read_text() for path in pages.FOLDER.glob("*.md")}
    assert there.keys() == found.keys(), STALE
    for name, text in found.items():
        assert there[name] == text, f"{name}: {STALE}"


def test_each_has_a_picture_of_its_example_as_it_is():
    paths = {path.stem: path for path in (pages.FOLDER / "pictures").glob("*.png")}
    assert paths.keys() == EXAMPLES.keys(), STALE
    assert sum(path.stat().st_size for path in paths.values()) < WHOLE
    for type, path in paths.items():
        with Image.open(path) as picture:
            assert picture.width > 300
            assert picture.height > 60
            assert len(picture.getcolors()) > 4
            assert picture.info["example"] == EXAMPLES[type].definition, f"{type}: {STALE}"


def test_its_links_lead_somewhere(found):
    for name, text in found.items():
        for link in re.findall(r"\]\(([^)#]+)", text):
            assert (pages.FOLDER / link).exists(), f"{name}: {link}"


def test_every_key_says_what_it_does(found):
    for name, text in found.items():
        for row in re.findall(r"^\| `.*", text, re.MULTILINE):
            assert "|  |" not in row.removesuffix("|  |"), f"{name}: {row}"


def test_written_anew_it_is_the_same(found, tmp_path):
    (tmp_path / "gone.md").write_text("A type that is no more")
    assert pages.write(tmp_path) == list(found)
    assert {path.name: path.read_text() for path in Path(tmp_path).iterdir()} == found
