"""Whatever a file holds, reading it ends in a definition or in a note, never in an exception."""

import json

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


@given(some.data())
def test_a_part_replaced_or_taken_away(data):
    form = data.draw(some.sampled_from([xgov, defra]))()
    for _ in range(data.draw(some.integers(1, 3))):
        path = data.draw(some.sampled_from(sorted(places(form), key=str)))
        form = put(form, path, data.draw(ANYTHING), data.draw(some.booleans()) and bool(path))
        if not isinstance(form, dict):
            break
    found = read_data(form)
    assert found.data is None or found.loaded is not None
    assert found.data is not None or found.notes.found


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
