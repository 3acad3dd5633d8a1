"""A definition written as YAML is read back as it was, whatever words are in it; and its notes stay notes."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.definition import load
from borough.forms.definition.source import ODD, read
from borough.forms.foreign import writing
from borough.forms.foreign.reading import read_data

from .made import xgov

WORDS = some.one_of(
    some.text(max_size=40),
    some.text(alphabet=" \n\t#:-'\"|>&*!%@`{}[],?yesnoull0123.~é\u2028\x85\ufeff\\", max_size=40),
    some.sampled_from(
        ["yes", "no", "null", "~", "1", "1.50", "09:30", "2026-04-03", "1e3", "0o17", "", " ", "- a", "a: b"]
    ),
).filter(lambda text: not ODD.search(text))
PLAIN = WORDS | some.booleans() | some.none() | some.integers(-(10**9), 10**9)
PARTS = some.recursive(
    PLAIN, lambda inner: some.lists(inner, max_size=4) | some.dictionaries(WORDS, inner, max_size=4), max_leaves=20
)


@given(some.dictionaries(WORDS, PARTS, min_size=1, max_size=4))
def test_anything_that_a_definition_may_hold(data):
    assert read(writing.dumped(data), "service.yaml").data == data


@pytest.mark.parametrize(
    "file", sorted(Path(settings.SERVICES).glob("*/service.yaml")), ids=lambda file: file.parent.name
)
def test_each_service(file):
    before = load.load(file)
    after = load.load_text(
        writing.dumped(before.data), slug=before.slug, file=str(file), catalogues=load.catalogues_beside(file)
    )
    assert (after.data, after.hash, after.faults) == (before.data, before.hash, [])


def test_a_hostile_form_is_written_and_can_be_read(tmp_path):
    form = xgov() | {"a\nteam: hostile": 1, "\ud800\0\x85\ue000": {"x": "\udfff"}, "name": "Hall\nteam: hostile #"}
    form["pages"][1] |= {"zz\r\n- x": "y", "title": "'\"\\ : # ((x)) \ud800"}
    file = writing.write(read_data(form, file="a\nteam: hostile.json", stem="hall"), tmp_path)
    found = load.load(file)
    assert [str(fault) for fault in found.faults] == []
    assert found.data["team"] == "imported-forms"
    assert (tmp_path / "hall/left-aside.json").read_text(encoding="utf-8")


def test_names_that_an_editor_made_up_give_way_to_titles():
    form = xgov()
    form["sections"][0]["name"] = form["pages"][1]["section"] = "sezpbt"
    form["name"] = "hire-a_hall"
    found = read_data(form)
    assert found.data["sections"] == [{"name": "about-you", "title": "About you"}]
    assert found.data["title"] == "Hire a hall"
    assert list(found.data["pages"][0])[:3] == ["name", "title", "section"]
