"""The guide works: what it tells you to write is sound, and can be walked to a case."""

import re
from pathlib import Path

import pytest

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.forms.walking.team import a_team
from borough.forms.walking.visitor import walk_form
from borough.foundations.audit.actors import SYSTEM

GUIDE = Path(__file__).resolve().parents[2] / "docs/how-to/write-a-service.md"
SLUG = "ask-for-a-garden-bin"


@pytest.fixture
def guide():
    return GUIDE.read_text(encoding="utf-8")


@pytest.fixture
def written(guide):
    """The file, as somebody who follows the guide writes it: each part beneath the one before."""
    return "\n".join(re.findall(r"^```yaml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL))


def test_it_is_sound(written):
    loaded = load.load_text(written, slug=SLUG)
    assert [str(fault) for fault in loaded.faults] == []


@pytest.mark.django_db
def test_it_walks_to_a_case(written):
    loaded = load.load_text(written, slug=SLUG)
    a_team(loaded.form.service.team)
    publishing.publish(loaded=loaded, by=SYSTEM)
    queries.forget()
    routes, wrong = walk_form(queries.live(SLUG))
    assert (routes >= 2, wrong) == (True, [])
    queries.forget()


def test_the_fault_it_shows_is_the_fault_one_gets(guide, written):
    broken = written.replace("go: no-garden}", "go: no-gardn}")
    file = f"services/{SLUG}/service.yaml"
    said = [str(fault) for fault in load.load_text(broken, slug=SLUG, file=file).faults]
    assert "\n".join(["```", *said, "```"]) in guide


def test_its_commands_are_there(guide):
    from borough.forms.management.commands.services import Command

    verbs = set(re.findall(r"borough services ([a-z]+)", guide))
    assert verbs <= set(Command.verbs)
