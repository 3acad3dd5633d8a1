"""Times to book: those that the hours give, less those gone, and what is wrong with any other."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from borough.design.languages import speaking
from borough.forms.drawing import draw
from borough.forms.questions import Invalid
from borough.forms.questions.booking import written, zoned
from borough.forms.questions.slots import DAYS, Hours, span, times
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.bookings import actions

from .kinds import make

MONDAY = datetime.datetime(2026, 11, 16)  # noqa: DTZ001
clocks = some.times().map(lambda time: time.strftime("%H:%M"))


def hours(*days, **between):
    return Hours(days=list(days), **({"from": "09:00", "to": "10:30"} | between))


def test_times_are_those_of_the_day_that_end_in_time():
    found = list(times([hours("monday")], 40, MONDAY, MONDAY + datetime.timedelta(days=6)))
    assert [written(at) for at in found] == ["2026-11-16T09:00", "2026-11-16T09:40"]


def test_a_break_is_two_sets_of_hours_and_what_is_in_both_is_once():
    week = [hours("monday"), hours("monday", "friday", **{"from": "10:00", "to": "11:00"})]
    found = [written(at) for at in times(week, 30, MONDAY, MONDAY + datetime.timedelta(days=6))]
    assert found[:4] == ["2026-11-16T09:00", "2026-11-16T09:30", "2026-11-16T10:00", "2026-11-16T10:30"]
    assert found[4:] == ["2026-11-20T10:00", "2026-11-20T10:30"]


def test_bank_holidays_and_closed_days_have_none():
    christmas = datetime.datetime(2026, 12, 24)  # noqa: DTZ001
    found = times([hours(*DAYS)], 90, christmas, christmas + datetime.timedelta(days=6), {datetime.date(2026, 12, 24)})
    assert [at.day for at in found] == [26, 27, 29]


@given(some.lists(some.sampled_from(DAYS), min_size=1), clocks, clocks, some.integers(5, 480), some.integers(0, 20_000))
def test_every_time_is_of_an_open_day_and_has_room(days, begins, ends, minutes, later):
    first = MONDAY + datetime.timedelta(minutes=later)
    found = list(
        times([Hours(days=days, **{"from": begins, "to": ends})], minutes, first, first + datetime.timedelta(9))
    )
    assert found == sorted(set(found))
    for at in found:
        assert DAYS[at.weekday()] in days
        assert at >= first
        assert f"{at:%H:%M}" >= begins
        assert (at + datetime.timedelta(minutes=minutes)).strftime("%H:%M") <= ends


@pytest.mark.parametrize(("text", "hours"), [("2 hours", 2), ("1 day", 24), ("6 weeks", 1008)])
def test_spans(text, hours):
    assert span(text) == datetime.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"hours": [{"days": ["monday"], "from": "09:00", "to": "09:20"}]}, "has no room for 30 minutes"),
        ({"notice": "6 weeks"}, "no time could be booked"),
    ],
)
def test_hours_that_give_no_time_are_a_fault(more, said):
    assert any(said in message for _, message in make("booking", **more).faults())


@pytest.mark.parametrize(
    "more", [{"notice": "soon"}, {"ahead": "99 weeks"}, {"hours": []}, {"every": 1}, {"places": 0}]
)
def test_what_is_no_timetable_is_refused(more):
    with pytest.raises(ValueError, match=next(iter(more))):
        make("booking", **more)


def test_a_time_is_said_with_its_day_and_end():
    value = {"at": "2026-12-03T10:00", "minutes": 30, "booking": None}
    question = make("booking")
    assert question.display(value) == "Thursday 3 December 2026, 10am to 10:30am"
    summer = question.export(value | {"at": "2026-07-01T09:30"})
    assert (summer["starts_at"], summer["ends_at"]) == ("2026-07-01T09:30:00+01:00", "2026-07-01T10:00:00+01:00")


@pytest.mark.parametrize("typed", ["x", "2026-12-03", "9999-99-99T99:99", "2020-01-06T09:00"])
def test_only_times_listed_are_taken(db, typed):
    question = make("booking")
    with pytest.raises(Invalid) as wrong:
        question.clean({"q": typed}, None)
    assert wrong.value.fault == ("taken" if typed.startswith("2020") else "invalid")


def test_a_time_that_is_full_is_not_shown_but_to_whoever_has_it(db):
    question = make("booking", places=1)
    first, second = question.times()[:2]
    actions.hold(
        diary="visits", starts_at=zoned(first), minutes=30, places=1, about="journey:a", by=RESIDENT
    )  # fmt: skip
    assert question.free()[0] == second
    assert question.free(written(first))[0] == first
    html = str(draw(question, {"q": "", "q-from": ""}, {}))
    assert f'value="{written(first)}"' not in html
    assert f'value="{written(second)}"' in html
    mine = str(draw(question, {"q": written(first), "q-from": ""}, {}))
    assert f'value="{written(first)}" checked' in mine
    gone = str(draw(question, {"q": written(first), "q-from": ""}, {"q": "Gone"}))
    assert f'value="{written(first)}"' not in gone


def test_days_are_shown_a_few_at_a_time(db):
    question = make("booking", ahead="3 weeks", notice="1 hour")
    days, earlier, later = question.shown({"q-from": ""})
    assert (len(days), earlier) == (5, "")
    more, back, _ = question.shown({"q-from": later})
    assert more[0][0].isoformat() == later
    assert back == days[0][0].isoformat()
    for odd in ("zzz", "9999", "2020-01-01", "\0"):
        assert question.shown({"q-from": odd})[0]


def test_nothing_free_says_so(db):
    week = datetime.timedelta(days=21)
    closed = [timezone.localdate() + datetime.timedelta(days=n) for n in range(week.days)]
    question = make("booking", ahead="2 weeks", closed=closed)
    assert "No times are free now" in str(draw(question, {"q": "", "q-from": ""}, {}))


def test_the_day_is_said_in_welsh_to_who_reads_welsh():
    with speaking("cy"):
        said = make("booking").display({"at": "2026-12-03T10:00", "minutes": 30, "booking": None})
    assert said == "Dydd Iau 3 Rhagfyr 2026, 10yb i 10:30yb"
