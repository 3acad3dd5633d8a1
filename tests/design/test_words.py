"""Our own words in other languages are all there, and fill in what the English fills in."""

import datetime
import re

import pytest
from django.utils.translation import gettext, ngettext

from borough.design import catalogue, filters
from borough.design.languages import LANGUAGES, lasting, speaking, spoken

OTHERS = [language for language in LANGUAGES if language != "en"]
FILLED = re.compile(r"%?\{[a-z]+\}|%\([a-z]+\)s", re.IGNORECASE)
others = pytest.mark.parametrize("language", OTHERS)


@others
def test_no_word_is_missing_stale_or_gone(language):
    """Write `_("…")` around new words, then run `borough words update` and fill in what is empty."""
    assert [(state, message.id) for state, message in catalogue.gaps(language)] == []


@others
def test_each_fills_in_what_the_english_fills_in(language):
    for message in catalogue.kept(language):
        if message.id:
            english = message.id if isinstance(message.id, str) else message.id[1]
            for words in [message.string] if isinstance(message.string, str) else message.string:
                assert filled(words) == filled(english), english


def filled(text) -> set[str]:
    return {name.lower() for name in FILLED.findall(text)}  # {Called} is {called} where it begins a sentence


def test_update_changes_nothing_that_is_up_to_date(monkeypatch, tmp_path):
    path = tmp_path / "django.po"
    path.write_text(catalogue.path("cy").read_text())
    monkeypatch.setattr(catalogue, "path", lambda language: path)
    before = catalogue.said()
    catalogue.update("cy")
    assert {(m.id, m.context) for m in catalogue.kept("cy")} == {(m.id, m.context) for m in before}
    assert list(catalogue.gaps("cy")) == []


def test_a_word_that_is_new_is_missed(monkeypatch):
    said = catalogue.said()
    said.add("A new word", locations=[("forms/new.py", 3)])
    monkeypatch.setattr(catalogue, "said", lambda: said)
    assert [(state, message.id) for state, message in catalogue.gaps("cy")] == [("missing", "A new word")]


def test_only_what_is_spoken_in_welsh_is_welsh():
    assert (gettext("Continue"), spoken()) == ("Continue", "en")
    with speaking("cy"):
        assert (gettext("Continue"), spoken()) == ("Parhau", "cy")
        with speaking("en"):
            assert gettext("Continue") == "Continue"
    assert gettext("Continue") == "Continue"


def test_dates_and_lengths_of_time():
    day = datetime.date(2026, 4, 3)
    assert (filters.day(day), filters.month(day), lasting("2 years")) == ("3 April 2026", "April 2026", "2 years")
    with speaking("cy"):
        assert (filters.day(day), filters.month(day)) == ("3 Ebrill 2026", "Ebrill 2026")
        assert [lasting(f"{count} years") for count in (1, 2, 3, 10)] == [
            "1 flwyddyn", "2 flynedd", "3 blynedd", "10 o flynyddoedd",
        ]  # fmt: skip
        assert ngettext("{count} day", "{count} days", 2) == "{count} ddiwrnod"
