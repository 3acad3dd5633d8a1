"""`borough services publish`, `changes`, `list` and `schema`."""

import pytest
from django.utils import timezone

from borough.forms import queries
from borough.forms.models import Publication

from .. import made
from .run import as_json, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "borrow-a-bike" / "service.yaml"
    path.parent.mkdir()
    path.write_text(made.BIKE)
    return path


def test_what_is_in_the_files_goes_live_once(file):
    assert as_json("publish", str(file)) == (0, {"published": ["borrow-a-bike"], "unchanged": 0, "problems": []})
    assert as_json("publish", str(file)) == (0, {"published": [], "unchanged": 1, "problems": []})
    assert queries.live("borrow-a-bike").title == "Borrow a bike"


def test_one_fault_and_none_goes_live(file):
    other = file.parent.parent / "other" / "service.yaml"
    other.parent.mkdir()
    other.write_text(made.bike("go: no-cats", "go: no-dogs"))
    status, said = as_json("publish", str(file), str(other))
    assert (status, said["published"]) == (1, [])
    assert said["problems"]
    assert not Publication.objects.exists()


@pytest.mark.parametrize("at", ["2099-12-01", "2099-12-01T09:00"])
def test_it_can_wait_for_its_moment(file, at):
    assert services("publish", str(file), "--at", at)[0] == 0
    assert timezone.localtime(Publication.objects.get().live_from).isoformat().startswith(at)
    _, said = as_json("list")
    assert [row["live"] for row in said["publications"]] == [False]


def test_a_moment_that_is_none_is_said(file):
    status, _, err = services("publish", str(file), "--at", "soon")
    assert (status, "2026-12-01T09:00" in err) == (1, True)


def test_changes_shows_what_would_change(file):
    services("publish", str(file))
    assert as_json("changes", str(file)) == (0, {"changes": {"borrow-a-bike": []}})
    file.write_text(made.bike("Borrow a bike\n", "Borrow two bikes\n"))
    assert "+title: Borrow two bikes" in as_json("changes", str(file))[1]["changes"]["borrow-a-bike"]
    assert "-title: Borrow a bike" in services("changes", str(file))[1]


def test_list_says_what_is_live(file):
    services("publish", str(file))
    (row,) = as_json("list")[1]["publications"]
    assert (row["slug"], row["live"]) == ("borrow-a-bike", True)
    assert "borrow-a-bike" in services("list")[1]


def test_schema_is_json_with_or_without_asking():
    assert as_json("schema")[1]["title"] == "A service in Borough"
    assert services("schema")[1].startswith("{")
