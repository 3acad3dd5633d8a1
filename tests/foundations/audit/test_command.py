"""`borough audit`: who did what, and who looked."""

import json

import pytest
from django.core.management import call_command

from borough.foundations.audit import actions, queries
from borough.foundations.audit.actors import SYSTEM, Actor
from borough.foundations.people.models import Directorate

pytestmark = pytest.mark.django_db
WREN = Actor("officer", "7", "Ada Wren")


@pytest.fixture(autouse=True)
def trail():
    actions.record(action="case.opened", kind="case", id="DEV-1", by=SYSTEM)
    actions.record(action="case.viewed", kind="case", id="DEV-1", by=WREN)
    actions.record(action="case.moved", kind="case", id="DEV-1", by=WREN, reason="All is there")
    actions.record(action="case.viewed", kind="case", id="DEV-2", by=Actor("partner", "7", "Bo Finch"))


def run(capsys, *arguments):
    call_command("audit", *arguments, "--json")
    return [(e["action"], e["record"]["id"]) for e in json.loads(capsys.readouterr().out)["events"]]


def test_what_happened_to_a_record_newest_first(capsys):
    assert [action for action, _ in run(capsys, "of", "case", "DEV-1")] == ["case.moved", "case.viewed", "case.opened"]


def test_who_looked(capsys):
    assert run(capsys, "who-looked", "case", "DEV-1") == [("case.viewed", "DEV-1")]


@pytest.mark.parametrize(("actor", "count"), [("officer:7", 2), ("partner:7", 1), ("7", 3), ("system", 1), ("9", 0)])
def test_what_somebody_did(capsys, actor, count):
    assert len(run(capsys, "by", actor)) == count


def test_no_more_than_asked(capsys):
    call_command("audit", "of", "case", "DEV-1", "--most", "2")
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert "--most" in err


def test_a_line_says_who_what_and_why(capsys):
    call_command("audit", "of", "case", "DEV-1", "--most", "1")
    assert "case.moved  case DEV-1  by Ada Wren (officer 7): All is there" in capsys.readouterr().out


def test_nothing_is_said_plainly(capsys):
    call_command("audit", "of", "case", "none")
    assert capsys.readouterr().out == "Nothing recorded\n"


def test_who_looked_at_a_model():
    place = Directorate.objects.create(slug="place", name="Place")
    actions.record(action="directorate.viewed", record=place, by=WREN)
    assert queries.who_looked(place).get().actor_name == "Ada Wren"
