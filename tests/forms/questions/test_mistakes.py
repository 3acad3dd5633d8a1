"""The list of messages is complete: every place in the code that refuses an answer is reached."""

import ast
import sys
from pathlib import Path

import pytest
from django.utils import timezone

from borough.forms import mistakes, questions
from borough.forms.questions.base import Invalid

from .kinds import ALL, make

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()  # the samples are of today too
HERE = Path(questions.__file__).parent


def refusals() -> set[tuple[str, int]]:
    """(file, line) of each statement that raises Invalid. `Choose` is no fault: addresses were found."""
    found = set()
    for path in HERE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                called = ast.unparse(node.exc.func)
                if called.endswith(".invalid") or called in ("Invalid", "Several"):
                    found.add((path.name, node.lineno))
    return found


@pytest.fixture
def reached(monkeypatch):
    lines, before = set(), Invalid.__init__

    def noted(self, *args, **named):
        frame = sys._getframe(1)
        while frame and Path(frame.f_code.co_filename).parent == HERE:
            lines.add((Path(frame.f_code.co_filename).name, frame.f_lineno))
            frame = frame.f_back
        before(self, *args, **named)

    monkeypatch.setattr(Invalid, "__init__", noted)
    return lines


def test_every_refusal_in_the_code_is_found(reached):
    for question in ALL.values():
        mistakes.messages(question, TODAY)
    missed = {(file, line) for file, line in refusals() if not {(file, at) for at in range(line, line + 4)} & reached}
    assert not missed, sorted(missed)


def test_none_is_said_twice():
    for question in ALL.values():
        said = mistakes.messages(question, TODAY)
        assert len(set(said)) == len(said)


def test_its_own_wording_is_there_and_what_can_never_be_heard_is_named():
    question = make("yes_no", errors={"missing": "Tell us", "too_long": "Too long"})
    said = mistakes.messages(question, TODAY)
    assert ("missing", "q", "Tell us") in [(one.fault, one.field, one.message) for one in said]
    assert mistakes.unheard(question, said) == {"too_long": "Too long"}
