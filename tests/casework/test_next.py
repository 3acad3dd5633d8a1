"""The step that the case page puts first."""

from types import SimpleNamespace

from borough.casework.views.case import way_on


def move(to, *, tasks=(), reason=""):
    return SimpleNamespace(to=to, tasks=list(tasks), reason=reason)


def first(moves, *, state="checks", tasks=()):
    states = {
        name: SimpleNamespace(waits=name == "waiting") for name in ("received", "checks", "waiting", "panel", "paid")
    }
    plan = SimpleNamespace(workflow=SimpleNamespace(states=states), case=SimpleNamespace(state=state), tasks=set(tasks))
    return way_on(plan, moves)


def test_asking_for_something_is_not_the_way_on():
    assert first({"ask": move("waiting", reason="required"), "send": move("panel")}) == "send"


def test_neither_is_going_back_or_staying():
    assert first({"back": move("received"), "again": move("checks")}) is None


def test_the_step_that_the_checks_are_for_comes_first():
    moves = {"skip": move("panel"), "pay": move("paid", tasks=["identity"])}
    assert first(moves, tasks=["identity"]) == "pay"
    assert first(moves) == "skip"


def test_a_state_that_waits_without_asking_may_be_the_way_on():
    assert first({"book": move("waiting")}) == "book"
