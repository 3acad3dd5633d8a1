"""`borough forms check`, `walk` and `import`."""

import json

import pytest
from ruamel.yaml import YAML

from borough.forms.definition import load
from borough.forms.foreign.writing import dumped
from tests.forms.commands.run import as_json

from ..made import BIKE, EVERYTHING, PARTY
from .made import defra, xgov


def forms(*words):
    return as_json(*words, noun="forms")


pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "hall.json").write_text(json.dumps(xgov()))
    (tmp_path / "bees.json").write_text(json.dumps(defra()))
    return tmp_path


def test_check_counts_and_says_what_is_lost(folder):
    (folder / "broken.json").write_text("{")
    status, found = forms("check", folder)
    assert (status, found["checked"], found["ok"]) == (1, 3, 2)
    assert {p["lost"] for p in found["problems"]} == {True, False}
    assert all(p.keys() == {"file", "path", "message", "lost"} for p in found["problems"])


def test_only_what_is_fatal_fails(folder):
    status, found = forms("check", folder)
    assert (status, found["ok"]) == (0, 2)


def test_walk_takes_every_way(folder):
    status, found = forms("walk", folder)
    assert (status, found["walked"], found["ok"], found["problems"]) == (0, 2, 2, [])
    assert found["routes"] >= 4


def test_our_own_are_checked_too(tmp_path):
    (tmp_path / "bike").mkdir()
    (tmp_path / "bike/service.yaml").write_text(BIKE)
    assert forms("check", tmp_path)[1] == {"checked": 1, "ok": 1, "problems": []}


def test_import_writes_a_service_to_finish(folder):
    into = folder / "services"
    status, found = forms("import", folder / "hall.json", "--into", into)
    assert (status, list(found["imported"])) == (0, ["hall"])
    file = into / "hall/service.yaml"
    assert load.load(file).faults == []
    assert file.read_text().startswith("# Imported from hall.json.")
    assert "outputs: Where answers" in file.read_text() or "outputs: where answers" in file.read_text()
    status, found = forms("import", folder / "hall.json", "--into", into)
    assert "is there already" in found["problems"][-1]["message"]
    assert forms("import", folder / "hall.json", "--into", into, "--replace")[0] == 0


@pytest.mark.parametrize("text", [BIKE, EVERYTHING, PARTY])
def test_a_definition_survives_being_written(text):
    before = load.load_text(text, slug="x").data
    assert load.load_text(dumped(before), slug="x").data == before
    assert YAML(typ="safe").load(dumped(before)) == YAML(typ="safe").load(
        dumped(load.load_text(dumped(before), slug="x").data)
    )
