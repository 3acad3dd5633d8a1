"""Whatever a browser sends, a question gives an answer or says what is wrong. Nothing else is ever raised."""

import datetime
import json

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.questions import Invalid

from .kinds import ALL, LOOKED_UP, make

TODAY = datetime.date(2026, 11, 22)
ODD = [
    "\0",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ue000vq\ue001",
    "👩🏽‍🚀",
    "𝟙𝟚",
    "١٢٣",
    "²",
    "−5",
    "1e999",
    "NaN",
    "Infinity",
    "0x1F",
]
ODD += [
    "1_000",
    "£",
    "-£5",
    "1.2.3",
    "--",
    "29",
    "2",
    "13",
    "0000",
    "99999",
    "a@b",
    "@",
    "a@b.c" * 99,
    "+",
    "999",
    "yes",
]
ODD += [
    "<script>alert(1)</script>",
    "((full_name))",
    "{{ 7*7 }}",
    "' OR 1=1 --",
    "../../etc/passwd",
    "a",
    "none",
    "b\x00",
]
ODD += ["SK1 3XE", "070", "12 34 56", "1" * 8, "x" * 10_000, "9" * 10_000, "é" * 10_000, "\n" * 100, "a\r\nb", "\ud800"]
typed_text = some.one_of(
    some.sampled_from(ODD), some.text(max_size=60), some.integers().map(str), some.dates().map(str)
)
plain = {name: question for name, question in ALL.items() if question.type not in LOOKED_UP}


def outcome(question, data):
    """The value or Invalid; anything else is a fault of ours."""
    try:
        value = question.clean(question.read(data), TODAY)
    except Invalid as wrong:
        return wrong
    json.dumps(value, ensure_ascii=False).encode()
    assert "\\u0000" not in json.dumps(value)
    return value


@given(some.sampled_from(sorted(plain)), some.lists(some.lists(typed_text, max_size=3), min_size=3, max_size=3))
def test_any_fields_give_an_answer_or_a_fault(kind, values):
    question, data = plain[kind], QueryDict(mutable=True)
    for field, sent in zip(question.fields(), values, strict=False):
        data.setlist(field, sent)
    found = outcome(question, data)
    if isinstance(found, Invalid):
        assert found.message
        assert found.field in question.fields()


@given(
    some.sampled_from(sorted(plain)),
    some.one_of(
        some.none(), some.integers(), some.booleans(), some.lists(typed_text), some.dictionaries(typed_text, typed_text)
    ),
)
def test_wrong_types_give_an_answer_or_a_fault(kind, value):
    question = plain[kind]
    if question.template != "checkboxes":
        outcome(question, dict.fromkeys(question.fields(), value))


@given(some.sampled_from(sorted(plain)), some.lists(typed_text, min_size=3, max_size=3))
def test_an_answer_taken_is_taken_again_unchanged(kind, values):
    question = plain[kind]
    data = QueryDict(mutable=True)
    for field, sent in zip(question.fields(), values, strict=False):
        data[field] = sent
    value = outcome(question, data)
    if value is not None and not isinstance(value, Invalid) and not question.secret:
        assert question.clean(question.typed(value), TODAY) == value
        question.display(value), question.logic(value), question.export(value)


@pytest.mark.parametrize("kind", [kind for kind in ALL if ALL[kind].template == "address"])
@pytest.mark.parametrize("sent", ODD)
def test_any_address_gives_an_answer_or_a_fault(db, kind, sent):
    question = ALL[kind]
    for fields in ([0], [1], [0, 1], [2, 3, 4, 5], [5], [3], range(6)):
        outcome(question, {question.fields()[at]: sent for at in fields})


@pytest.mark.parametrize("kind", sorted(LOOKED_UP - {"address"}))
@pytest.mark.parametrize("sent", ODD)
def test_any_name_gives_an_answer_or_a_fault(db, kind, sent):
    question = ALL[kind]
    for fields in ([0], [-1], [0, -1]):
        outcome(question, {question.fields()[at]: sent for at in fields})


@pytest.mark.parametrize(
    ("type", "typed", "said"),
    [
        ("text", {"q": "x" * 10_000}, "must be 200 characters or fewer; it is 10,000"),
        ("number", {"q": "four"}, "must be a number, like 4"),
        ("number", {"q": "4.5"}, "must be a whole number"),
        ("money", {"q": "4.555"}, "must be pounds and pence, like 120.50"),
        ("email", {"q": "ada"}, "must look like name@example.com"),
        ("phone", {"q": "12"}, "must be a number we can ring"),
        ("date", {"q-day": "31", "q-month": "2", "q-year": "2026"}, "must be a real date, like 27 3 2026"),
        ("date", {"q-day": "3", "q-month": "", "q-year": ""}, "must include a month and a year"),
        ("radios", {"q": "c"}, "Choose one of the answers listed"),
        ("checkboxes", {"q": ["a", "none"]}, "Choose either “None” or the others, not both"),
        ("checkboxes", {"q": ["a", "b", "none"]}, "not both"),
        ("bank_account", {"q-name": "A", "q-sort_code": "12", "q-account_number": "1"}, "must be 6 digits"),
    ],
)
def test_the_fault_says_what_to_do(type, typed, said):
    question = make(type)
    data = QueryDict(mutable=True)
    for field, value in typed.items():
        data.setlist(field, value if isinstance(value, list) else [value])
    found = outcome(question, data)
    assert isinstance(found, Invalid)
    assert said in found.message


@pytest.mark.parametrize(
    ("type", "sent", "value"),
    [
        ("text", "  Ada \u202e Lovelace\0 ", "Ada Lovelace"),
        ("text", "e\u0301", "é"),
        ("text", "👩🏽‍🚀", "👩🏽‍🚀"),
        ("long_text", "one\r\ntwo", "one\ntwo"),
        ("number", "1,250", 1250),
        ("money", "£1,250.5", 125_050),
        ("email", "Ada@EXAMPLE.org", "Ada@example.org"),
        ("phone", "+44 7700 900 982", "07700 900982"),
        ("phone", "+33 1 23 45 67 89", "+33 1 23 45 67 89"),
    ],
)
def test_what_people_type_is_put_right(type, sent, value):
    assert outcome(make(type), {"q": sent}) == value


def test_a_month_may_be_written_in_words():
    assert outcome(make("date"), {"q-day": "3", "q-month": "April", "q-year": "2026"}) == "2026-04-03"


@pytest.mark.parametrize(
    ("sent", "said"), [("-5", "must be £0 or more"), ("10,000,001", "must be £10,000,000 or less")]
)
def test_money_out_of_bounds_says_the_bound(sent, said):
    assert said in outcome(make("money", label="Rent"), {"q": sent}).message
