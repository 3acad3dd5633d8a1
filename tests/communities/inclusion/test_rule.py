"""The rule of being included: all five facts, each dated, each lapsing."""

import datetime

from hypothesis import given
from hypothesis.strategies import booleans, builds, dates, lists, sampled_from, tuples

from borough.communities.inclusion import rules
from borough.communities.inclusion.rules import Facts, Lent, Said
from borough.communities.learning.skills import FOUNDATION, LIFE, SAFETY, TASKS

START = datetime.date(2026, 1, 10)
DAY = datetime.timedelta(days=1)
YES = Said(START, True, "They told me")
ALL = tuple((task, YES) for task in [*FOUNDATION, *(next(iter(tasks)) for _n, tasks in LIFE.values()), *SAFETY])
WHOLE = Facts(devices=(YES,), connections=(YES,), tasks=ALL, confidence=(YES,))


def having(**facts):
    return Facts(**{name: getattr(WHOLE, name) for name in ("devices", "connections", "tasks", "confidence")} | facts)


def test_all_five_hold_until_the_same_day_a_year_later():
    assert rules.standing(WHOLE, START - DAY).stage == "not_reached"
    assert rules.standing(WHOLE, START).included
    assert rules.standing(WHOLE, datetime.date(2027, 1, 9)).included
    after = rules.standing(WHOLE, datetime.date(2027, 1, 10))
    assert after.stage == "lapsed"
    assert {one.lapsed_on for one in after.conditions} == {datetime.date(2027, 1, 10)}


def test_each_of_the_five_alone_is_enough_to_miss():
    for name, offer in (
        ("devices", "Borrow a device"), ("connections", "Free mobile data"), ("tasks", "A first session"),
        ("confidence", "A session on staying safe"),
    ):  # fmt: skip
        found = rules.standing(having(**{name: ()}), START)
        assert not found.included
        assert found.next_offer.startswith(offer)


def test_help_is_not_alone():
    tasks = tuple((task, Said(START, False)) if task == "wifi" else (task, said) for task, said in ALL)
    found = rules.standing(having(tasks=tasks), START)
    assert found.conditions[2].missing == ("Join a wifi that is safe",)
    assert found.stage == "connected"


def test_a_loan_counts_while_it_has_more_than_28_days():
    loan = Lent(START, None, START + DAY * 84, "Laptop")
    facts = having(devices=(), loans=(loan,))
    last = START + DAY * (84 - 28)
    assert rules.standing(facts, last - DAY).included
    found = rules.standing(facts, last)
    assert (found.stage, found.conditions[0].lapsed_on) == ("lapsed", last)
    back = Lent(START, START + DAY * 10, START + DAY * 84)
    assert (
        rules.standing(having(devices=(), loans=(back,)), START + DAY * 10).conditions[0].lapsed_on == START + DAY * 10
    )


def test_what_is_said_later_counts():
    lost = having(devices=(YES, Said(START + DAY * 5, False)))
    found = rules.standing(lost, START + DAY * 6)
    assert (found.stage, found.conditions[0].lapsed_on) == ("lapsed", START + DAY * 5)
    again = having(devices=(YES, Said(START + DAY * 5, False), Said(START + DAY * 9, True)))
    assert rules.standing(again, START + DAY * 9).included


def test_the_stages_on_the_way():
    assert rules.standing(Facts(), START).stage == "not_reached"
    assert rules.standing(Facts(referrals=(START,)), START).stage == "referred"
    assert rules.standing(Facts(referrals=(START,), sessions=(START,)), START).stage == "engaged"
    assert rules.standing(Facts(devices=(YES,), connections=(YES,)), START).stage == "connected"
    only = tuple((task, YES) for task in FOUNDATION)
    assert rules.standing(Facts(tasks=only), START).stage == "foundation"


def test_29_february_lapses_on_1_march():
    assert rules.lapses(datetime.date(2028, 2, 29)) == datetime.date(2029, 3, 1)


DAYS = dates(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))
SAID = builds(Said, DAYS, booleans())
FACTS = builds(
    Facts, devices=lists(SAID, max_size=4).map(tuple), connections=lists(SAID, max_size=4).map(tuple),
    tasks=lists(tuples(sampled_from(list(TASKS)), SAID), max_size=40).map(tuple),
    confidence=lists(SAID, max_size=4).map(tuple),
)  # fmt: skip


@given(FACTS, DAYS)
def test_the_future_changes_nothing_and_order_neither(facts, day):
    def known(rows):
        return tuple(one for one in rows if (one[1] if isinstance(one, tuple) else one).on <= day)

    until = Facts(**{name: known(getattr(facts, name)) for name in ("devices", "connections", "tasks", "confidence")})
    assert rules.standing(until, day) == rules.standing(facts, day)


@given(FACTS, DAYS)
def test_what_holds_says_until_when_and_holds_until_then(facts, day):
    found = rules.standing(facts, day)
    for one in found.conditions:
        assert one.holds != bool(one.missing)
        if one.holds:
            assert one.since <= day < one.until
        elif one.lapsed_on:
            assert one.lapsed_on <= day
    assert found.included == all(one.holds for one in found.conditions)
