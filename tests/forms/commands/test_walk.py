"""`borough services walk`: every branch over the real pages, in a database that is gone afterwards."""

import os

import pytest
from django.db import connection

from borough.forms.models import Journey, Submission

from .. import made
from .run import as_json, services

pytestmark = pytest.mark.django_db(transaction=True)
WHO = "who: [resident, officer]"
WHEN = "when: 'who is \"cat\"'"
SOUND = {
    "bike": made.BIKE,
    "every-type": made.EVERYTHING,
    "for-partners": made.bike(WHO, "who: [partner]"),
    "for-officers": made.bike(WHO, "who: [officer]"),
}
IMPOSSIBLE = made.bike(WHEN, 'when: \'who is "cat" and who is "me"\'')
FAULTY = made.bike("go: no-cats", "go: no-dogs")


def scratch_is_there() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [f"borough_scratch_{os.getpid()}"])
        return cursor.fetchone() is not None


@pytest.fixture
def folder(tmp_path):
    def folder(**texts):
        for slug, text in texts.items():
            (tmp_path / slug).mkdir()
            (tmp_path / slug / "service.yaml").write_text(text)
        return str(tmp_path)

    return folder


def test_every_branch_leads_to_a_case_or_an_end_and_nothing_is_left(folder):
    status, said = as_json("walk", folder(**SOUND))
    assert (status, said["problems"]) == (0, [])
    assert (said["walked"], said["ok"]) == (4, 4)
    assert said["routes"] >= 7
    assert not Journey.objects.exists()
    assert not Submission.objects.exists()
    assert not scratch_is_there()


def test_what_nobody_can_take_and_what_has_faults_are_problems(folder):
    status, said = as_json("walk", folder(faulty=FAULTY, impossible=IMPOSSIBLE, bike=made.BIKE))
    assert (status, said["walked"], said["ok"]) == (1, 3, 1)
    messages = [problem["message"] for problem in said["problems"]]
    assert "There is no page “no-dogs”" in messages
    assert "no answers we could think of lead from “who” to “no-cats”" in messages


def test_the_scratch_database_goes_even_when_walking_breaks(folder, monkeypatch):
    name = connection.settings_dict["NAME"]

    def broken(form):
        assert scratch_is_there()
        raise ZeroDivisionError

    monkeypatch.setattr("borough.forms.walking.trying.walk_form", broken)
    with pytest.raises(ZeroDivisionError):
        services("walk", folder(bike=made.BIKE))
    assert not scratch_is_there()
    assert connection.settings_dict["NAME"] == name
    assert not Journey.objects.exists()


def test_progress_goes_to_standard_error(folder, monkeypatch):
    monkeypatch.setattr("borough.forms.walking.trying.walk_form", lambda form: (2, []))
    _, out, err = services("walk", folder(bike=made.BIKE))
    assert "Walking bike" in err
    assert out == "1 of 1 walked to the end, 2 ways\n"
