"""Residents read plain English: short sentences, short words, none of the worn ones."""

import re

import pytest

from tests.services.reading import sentences, syllables, year
from tests.services.words import SERVICES, for_residents, read

BANNED = re.compile(
    r"please|successful|in order to|commence|terminate|utilise|regarding|hereby|prior to|ensure|facilitate|"
    r"going forward|reach out|\be\.g\.|\bi\.e\.|\betc\b|—|click",
    re.IGNORECASE,
)

every = pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.parent.name)


@every
def test_a_child_of_nine_can_read_it(path):
    words = "\n\n".join(text for _, text in for_residents(read(path)))
    assert year(words) <= 4


@every
def test_no_text_is_much_harder_than_the_rest(path):
    long = [(where, text) for where, text in for_residents(read(path)) if sum(map(len, sentences(text))) >= 40]
    assert [(where, year(text)) for where, text in long if year(text) > 5] == []


@every
def test_no_sentence_is_long(path):
    found = [" ".join(words) for _, text in for_residents(read(path)) for words in sentences(text) if len(words) > 25]
    assert found == []


@every
def test_no_worn_words(path):
    assert [(where, text) for where, text in for_residents(read(path)) if BANNED.search(text)] == []


@every
def test_a_text_message_is_short(path):
    long = {n: len(m["text"]) for n, m in read(path)["messages"].items() if not 1 <= len(m["text"]) <= 200}
    assert long == {}


@every
def test_a_letter_says_who_it_is_from_and_how_to_reach_them(path):
    for name, message in read(path)["messages"].items():
        assert message["body"].startswith("Dear ((name)),"), name
        assert message["body"].endswith("\n((council))"), name
        assert "((reference))" in message["subject"], name
        assert "((link))" in message["body"], name
        assert "((link))" in message["text"], name


@pytest.mark.parametrize(("word", "count"), [("cat", 1), ("device", 2), ("fostering", 3), ("we", 1), ("anybody", 4)])
def test_the_measure_counts_syllables(word, count):
    assert syllables(word) == count


def test_the_measure_tells_easy_from_hard():
    hard = "Eligibility determinations necessitate comprehensive documentation regarding individual circumstances."
    assert year("We ring you. You tell us when.") < 1
    assert year(hard) > 15
