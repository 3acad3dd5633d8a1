"""`borough services check`."""

import pytest
from django.conf import settings

from .. import made
from .run import as_json, services


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty" / "service.yaml"
    path.parent.mkdir()
    path.write_text(made.bike("go: no-cats", "go: no-dogs"))
    return path


def test_our_own_services_are_sound(db):
    status, said = as_json("check")
    count = len(list(settings.SERVICES.glob("*/service.yaml")))
    assert (status, said) == (0, {"checked": count, "ok": count, "problems": [], "warnings": []})


def test_every_fault_has_its_file_and_line(db, faulty):
    status, said = as_json("check", str(faulty))
    assert status == 1
    assert (said["checked"], said["ok"]) == (1, 0)
    assert {"file": str(faulty), "line": 23, "message": "There is no page “no-dogs”"} in said["problems"]


def test_without_json_it_is_for_people(db, faulty):
    status, out, _ = services("check", str(faulty))
    assert status == 1
    assert f"{faulty}:23: There is no page “no-dogs”" in out
    assert "0 of 1 definitions are sound" in out


def test_a_folder_a_file_and_a_slug_will_do(db, faulty):
    assert as_json("check", str(faulty.parent.parent))[1]["checked"] == 1
    assert as_json("check", "borrow-a-device", str(faulty))[1]["checked"] == 2


@pytest.mark.parametrize("path", ["nothing", "/nowhere/service.yaml", "long" * 100])
def test_what_is_not_there_is_said(db, path):
    status, said = as_json("check", "borrow-a-device", path)
    assert (status, said["checked"], said["ok"]) == (1, 1, 1)
    words = f"There is no file, folder or service called {path}"
    assert said["problems"] == [{"file": path, "line": 1, "message": words}]


def test_an_empty_folder_is_not_sound(db, tmp_path):
    status, said = as_json("check", str(tmp_path))
    assert (status, said["checked"], said["ok"]) == (1, 0, 0)
    assert said["problems"][0]["message"] == f"There is no service.yaml in {tmp_path}"
