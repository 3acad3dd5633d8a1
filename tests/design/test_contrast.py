import re
from pathlib import Path

import pytest

from borough.design.contrast import READABLE, ratio
from borough.foundations.authority.details import DARKER_TEAL, DEEP_TEAL

SOURCE = Path(__file__).parents[2] / "borough/design/styles/_tokens.scss"
TOKENS = dict(re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", SOURCE.read_text("utf-8"), re.M))
WORDS = ["ink", "ink-quiet", "link", "link-hover", "brand", "brand-dark", "communities", "place", "council"]
PAIRS = [
    *((words, paper) for words in WORDS for paper in ("paper", "quiet")),
    *(("ink", f"{kind}-paper") for kind in ("warning", "good", "bad", "notice")),
    *((f"{kind}-ink", f"{kind}-paper") for kind in ("warning", "good", "bad", "notice")),
    ("link", "warning-paper"),
    ("bad-ink", "paper"),
    ("paper", "brand"),
    ("paper", "brand-dark"),
]


@pytest.mark.parametrize(("words", "paper"), PAIRS)
def test_everybody_can_read_it(words, paper):
    assert ratio(TOKENS[words], TOKENS[paper]) >= READABLE


def test_the_accent_is_said_the_same_in_styles_and_settings():
    assert (TOKENS["brand"], TOKENS["brand-dark"]) == (DEEP_TEAL, DARKER_TEAL)


def test_black_on_white_is_21_to_1():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)


def test_a_published_example():
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_what_is_no_colour_is_refused():
    with pytest.raises(ValueError, match="teal is not a colour"):
        ratio("teal", "#ffffff")
