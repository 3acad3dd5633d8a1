"""Forms from elsewhere that loop, nest, name themselves or are far too large: read soon, what is left out named."""

import time

import pytest

from borough.forms.foreign.reading import read_data

from .made import defra, xgov
from .test_robust import sound

SOON = 5  # seconds, on a busy machine
SHAPE = {"options": {}, "schema": {}}


@pytest.fixture(autouse=True)
def soon():
    started = time.monotonic()
    yield
    assert time.monotonic() - started < SOON


def said(form, words: str) -> bool:
    return any(words in note.message for note in sound(form).notes.found)


def asking(*components):
    form = xgov()
    form["pages"][1]["components"] += components
    return form


def conditions(**named):
    form = xgov()
    form["conditions"] = [{"name": name, "value": value} for name, value in named.items()]
    return form


def all_of(*names):
    return {"conditions": [{"conditionName": name, "coordinator": "and"} for name in names]}


def test_every_page_leads_to_every_page():
    form = xgov()
    for page in form["pages"]:
        page["next"] = [{"path": other["path"]} for other in form["pages"]]
    assert said(form, "back")


def test_ten_thousand_options():
    form = xgov()
    form["lists"][0]["items"] = [{"text": f"Hall {n}", "value": f"hall{n}"} for n in range(10_000)]
    assert said(form, "more than 2,000 options")


def test_ten_thousand_questions_on_a_page_stop_the_form():
    form = asking(*({"type": "TextField", "name": f"q{n}", "title": f"Q{n}", **SHAPE} for n in range(10_000)))
    assert [(note.path, "10,002" in note.message) for note in read_data(form).notes.found if not note.lost] == [
        ("pages[1]", True)
    ]


def test_ten_thousand_pages():
    form = xgov()
    form["pages"] = [{"path": f"/p{n}", "title": f"P{n}", "next": [{"path": f"/p{n + 1}"}]} for n in range(10_000)]
    form["startPage"] = "/p0"
    read_data(form)


def test_conditions_that_each_name_the_next_nine_times():
    named = {f"c{n}": all_of(*[f"c{n + 1}"] * 9) for n in range(40)}
    sound(conditions(**named, c40="adult == true", isParty=all_of("c0"), isChild=all_of("isChild", "isParty")))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000 + "adult == false" + ")" * 20_000,
        "not " * 900 + "adult == true",
        " or ".join(["adult"] * 20_000),
        "'" * 9_999,
    ],
)
def test_a_condition_that_never_ends(text):
    assert said(conditions(isParty=text, isChild=text), "never holds") or said(conditions(isParty=text), "condition")


def test_conditions_of_the_second_engine_that_name_one_another():
    form = defra()
    form["conditions"] = [
        {
            "id": f"c{n}",
            "coordinator": "or",
            "items": [{"id": f"r{n}{k}", "conditionId": f"c{n + 1}"} for k in range(6)],
        }
        for n in range(60)
    ]
    for page in form["pages"]:
        page["condition"] = "c0"
    read_data(form)


@pytest.mark.parametrize(
    "regex", ["((a{999}){999}){999}", "(a+)+$", "(a|a)*" * 90, "(" * 5_000, "a" * 100_000, ".{50000}"]
)
def test_a_regular_expression_that_never_ends(regex):
    form = asking({"type": "TextField", "name": "r", "title": "R", "options": {}, "schema": {"regex": regex}})
    assert said(form, "the pattern is left out")


@pytest.mark.parametrize(
    "html", ["<div>" * 20_000, "<a href='x'>[*_`" * 5_000, "<" * 200_000, "<details><summary>x" * 900]
)
def test_html_that_never_ends(html):
    sound(asking({"type": "Html", "content": html}))


def test_details_within_details_fifty_deep():
    inner = {"type": "RadiosField", "name": "deep", "title": "Deep", "list": "kinds"}
    for _ in range(50):
        inner = {"type": "Details", "title": "More", "components": [inner], "children": [inner]}
    sound(asking(inner))
