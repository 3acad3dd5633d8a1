"""Whatever a file holds, reading it ends in a definition or in a note, never in an exception."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.foreign.reading import read, read_data

from .made import defra, xgov

PLAIN = some.none() | some.booleans() | some.integers() | some.text(max_size=12) | some.floats(allow_nan=False)
ANYTHING = some.recursive(
    PLAIN, lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3)
)


def places(part, path=()):
    """Every place in a form."""
    yield path
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def put(data, path, value, gone):
    if not path:
        return value
    part = data
    for key in path[:-1]:
        part = part[key]
    if gone:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return data


def sound(form):
    """What is made of it works, or a note says that nothing could be."""
    found = read_data(form)
    assert found.data or any(not note.lost for note in found.notes.found)
    assert [str(fault) for fault in found.loaded.faults] == []
    return found


ODD = [
    None,
    True,
    1e400,
    "",
    "\ud800\0\ue000",
    "\\s {{#label}} ((a)) <b>",
    "^((a{999}){999}){999}$",
    [[]],
    [{}],
    {"x": {}},
]


@pytest.mark.parametrize("make", [xgov, defra])
def test_something_else_at_every_place(make):
    for turn, path in enumerate(sorted(places(make()), key=str)):
        for value in ODD[turn % 2 :: 2]:
            sound(put(make(), path, copy.deepcopy(value), False))


@pytest.mark.parametrize("make", [xgov, defra])
def test_a_key_that_nobody_knows_at_every_place(make):
    for path in places(make()):
        form = make()
        part = form
        for key in path:
            part = part[key]
        if isinstance(part, dict):
            part |= {"\ud800": 1, "zz": {"zz": []}, "__class__": "x", "": None}
            sound(form)


@pytest.mark.parametrize("make", [xgov, defra])
def test_every_part_of_a_list_twice(make):
    for path in places(make()):
        form = part = make()
        for key in path:
            part = part[key]
        if isinstance(part, list) and part:
            part.append(copy.deepcopy(part[0]))
            sound(form)


def test_two_pages_of_one_address_of_which_only_the_second_asks():
    form = xgov()
    form["pages"].insert(5, copy.deepcopy(form["pages"][4]))
    form["pages"][4]["components"] = []
    assert "adult is no" not in json.dumps(sound(form).data)


@given(some.data())
def test_a_part_replaced_or_taken_away(data):
    form = data.draw(some.sampled_from([xgov, defra]))()
    for _ in range(data.draw(some.integers(1, 3))):
        path = data.draw(some.sampled_from(sorted(places(form), key=str)))
        form = put(form, path, data.draw(ANYTHING), data.draw(some.booleans()) and bool(path))
        if not isinstance(form, dict):
            break
    sound(form)


@given(ANYTHING)
def test_anything(data):
    assert read_data(data).notes.found


def test_a_file_that_is_no_json(tmp_path):
    for content in (b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null"):
        file = tmp_path / "x.json"
        file.write_bytes(content)
        assert not read(file).notes.found[0].lost


def test_conditions_that_refer_to_themselves_and_nest():
    form = xgov()
    group = {"conditions": [form["conditions"][0]["value"]["conditions"][0]]}
    for _ in range(60):
        group = {"conditions": [group]}
    form["conditions"][0]["value"] = {"name": "deep", **group}
    form["conditions"][1] = {"name": "isChild", "value": {"conditions": [{"conditionName": "isChild"}]}}
    assert read_data(json.loads(json.dumps(form))).loaded.faults == []
