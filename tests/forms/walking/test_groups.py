"""Forms with repeated groups, conditions on pages and tasks are walked whole."""

import datetime

import pytest

from borough.forms.walking.routes import plan
from borough.forms.walking.visitor import walk_form

from ..made import loaded, party, publish

TODAY = datetime.date(2026, 11, 25)
TASKS = party("sections:", "task_list: true\nsections:").replace("- {go: check-answers}", "- {go: tasks}")


@pytest.mark.parametrize("text", [party(), TASKS], ids=["pages", "tasks"])
def test_every_page_is_reached(text):
    made = loaded(text, "party")
    assert [str(fault) for fault in made.faults] == []
    walks, missed = plan(made.form, TODAY)
    assert missed == set()
    assert {page for _, page in {way for walk in walks for way in walk.ways}} >= {page.name for page in made.form.every}


@pytest.mark.django_db
@pytest.mark.parametrize("text", [party(), TASKS], ids=["pages", "tasks"])
def test_every_way_is_taken_over_the_real_pages(text):
    ways, problems = walk_form(publish(text, "party"))
    assert problems == []
    assert ways >= 2
