import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "borough/design/static"
CSS = STATIC / "built/borough.css"


@pytest.fixture(scope="module")
def css():
    return CSS.read_text("utf-8")


def test_a_phone_on_little_data_can_afford_it(css):
    assert len(gzip.compress(css.encode(), 9)) < 16_000


def test_scripts_of_ours_are_small():
    ours = [STATIC / "borough.js", STATIC / "shortcuts.js"]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in ours) < 4_000


def test_it_fetches_nothing(css):
    assert "@font-face" not in css
    assert "@import" not in css
    assert not re.findall(r"url\((?!\"?data:)[^)]*\)", css)


def test_it_is_not_dressed_as_central_government(css):
    assert "GDS Transport" not in css
    assert "crown" not in css.lower()


def test_focus_is_shown_as_govuk_does(css):
    assert "#ffdd00" in css.lower() or "#fd0" in css.lower()
