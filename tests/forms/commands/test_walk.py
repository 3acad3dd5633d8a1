"""`borough services walk`: every branch over the real pages, in a database that is gone afterwards."""

import pytest
from django.db import connection

from borough.forms.models import Journey, Submission

from .. import made
from .run import as_json, services

pytestmark = pytest.mark.django_db(transaction=True)


def databases():
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'borough_scratch_%'")
        return {name for (name,) in cursor.fetchall()}


@pytest.fixture
def walk(tmp_path):
    def walk(text):
        path = tmp_path / "borrow-a-bike" / "service.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return as_json("walk", str(path))

    return walk


def test_every_branch_leads_to_a_case_or_an_end_and_nothing_is_left(walk):
    before = databases()
    assert walk(made.BIKE) == (0, {"walked": 1, "ok": 1, "routes": 2, "problems": []})
    assert not Journey.objects.exists()
    assert not Submission.objects.exists()
    assert databases() <= before


def test_every_type_of_question_can_be_walked(walk):
    status, said = walk(made.EVERYTHING)
    assert (status, said["problems"]) == (0, [])


@pytest.mark.parametrize("who", ["partner", "officer"])
def test_it_is_walked_by_somebody_it_is_for(walk, who):
    status, said = walk(made.bike("who: [resident, officer]", f"who: [{who}]"))
    assert (status, said["problems"]) == (0, [])


def test_a_branch_nobody_can_take_is_a_problem(walk):
    status, said = walk(made.bike("when: 'who is \"cat\"'", 'when: \'who is "cat" and who is "me"\''))
    assert (status, said["ok"]) == (1, 0)
    assert "no answers we could think of lead from “who” to “no-cats”" in said["problems"][0]["message"]


def test_faults_are_problems_too(walk):
    status, said = walk(made.bike("go: no-cats", "go: no-dogs"))
    assert (status, said["routes"]) == (1, 0)
    assert "no-dogs" in said["problems"][0]["message"]


def test_the_scratch_database_goes_even_when_walking_breaks(walk, monkeypatch):
    name, before = connection.settings_dict["NAME"], databases()
    monkeypatch.setattr("borough.forms.management.commands.services.walk_form", lambda form: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        walk(made.BIKE)
    assert databases() <= before
    assert connection.settings_dict["NAME"] == name
    assert not Journey.objects.exists()


def test_progress_goes_to_standard_error(tmp_path):
    path = tmp_path / "service.yaml"
    path.write_text(made.BIKE)
    _, out, err = services("walk", str(path))
    assert "Walking" in err
    assert "1 of 1 walked to the end, 2 ways" in out
