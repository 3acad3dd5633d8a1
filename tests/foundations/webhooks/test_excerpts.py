"""Nothing a person told us is kept of what a back office answered."""

import re

from hypothesis import given
from hypothesis import strategies as some

from borough.foundations.webhooks.excerpts import LONGEST, excerpt

words = some.from_regex(r"[A-Za-z]{3,12}", fullmatch=True)


@given(some.lists(words, min_size=1, max_size=5), some.text(max_size=60))
def test_no_word_of_an_answer_stays(answers, around):
    kept = excerpt(f"{around} {' '.join(answers)} {around}", {"answers": [{"text": " ".join(answers)}]})
    assert not {word.lower() for word in answers} & {word.lower() for word in re.findall(r"[^\W_]+", kept)}


@given(some.text(max_size=2000))
def test_it_is_one_short_line(text):
    kept = excerpt(text, {})
    assert len(kept) <= LONGEST
    assert "\n" not in kept
