"""One of very many: named by what people type, or chosen from the nearest, without JavaScript."""

import datetime

import pytest

from borough.forms.drawing import draw
from borough.forms.questions import Invalid
from borough.forms.questions.autocomplete import MANY

from .kinds import make

TODAY = datetime.date(2026, 11, 22)
TOWNS = ["Liverpool", "Blackpool", "Poole", "Hartlepool", "St Helens"] + [f"Town {n}" for n in range(MANY)]
LONG = make("autocomplete", options=[{"value": f"t{n}", "label": label} for n, label in enumerate(TOWNS)])
SHORT = make("autocomplete", options=[{"value": "fr", "label": "France"}, {"value": "gb", "label": "Great Britain"}])


@pytest.mark.parametrize("typed", ["Liverpool", " liverPOOL", "t0"])
def test_a_name_typed_whole_is_the_answer(typed):
    assert LONG.clean({"q": typed, "q-match": ""}, TODAY) == "t0"
    assert LONG.display("t0") == "Liverpool"


def test_the_name_comes_back_to_the_box():
    assert LONG.typed("t4") == {"q": "St Helens", "q-match": "t4 St Helens"}


def test_a_name_not_known_lists_the_nearest():
    typed = {"q": "pool", "q-match": ""}
    with pytest.raises(Invalid, match="Choose it from the list, or type another") as wrong:
        LONG.clean(typed, TODAY)
    html = str(draw(LONG, typed, {wrong.value.field: wrong.value.message}))
    labels = [label for label in TOWNS if label in html]
    assert labels == ["Liverpool", "Blackpool", "Poole", "Hartlepool"]
    assert html.index("Poole") < html.index("Blackpool")


def test_bad_spelling_finds_it():
    assert ("t0", "Liverpool") in LONG.matches("livverpol")
    assert ("t4", "St Helens") in LONG.matches("saint helens")


def test_one_of_those_listed_may_be_chosen():
    assert LONG.clean({"q": "pool", "q-match": "t1 pool"}, TODAY) == "t1"


def test_a_choice_counts_only_for_what_then_stood_in_the_box():
    assert LONG.clean({"q": "Poole", "q-match": "t1 pool"}, TODAY) == "t2"
    with pytest.raises(Invalid):
        LONG.clean({"q": "poo", "q-match": "t1 pool"}, TODAY)


@pytest.mark.parametrize("typed", ["zzzz", "x" * 10_000, "((full_name))", "<script>"])
def test_nothing_like_it_says_so_without_repeating_it(typed):
    with pytest.raises(Invalid) as wrong:
        LONG.clean({"q": typed, "q-match": ""}, TODAY)
    assert wrong.value.message == "We cannot find that. Check its spelling, or type another"


def test_a_short_list_is_a_list():
    assert SHORT.fields() == ["q"]
    assert "<select" in str(draw(SHORT, {"q": "gb"}, {}))
    assert SHORT.clean({"q": "great britain"}, TODAY) == "gb"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([{"value": "a", "label": "Poole"}, {"value": "b", "label": " poole"}], "two options are called"),
        ([{"value": "a", "label": "A"}, {"divider": "or"}], "neither dividers nor questions"),
    ],
)
def test_options_nobody_could_tell_apart_are_a_fault(options, said):
    assert any(said in message for _, message in make("autocomplete", options=options).faults())
