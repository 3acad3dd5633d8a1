"""A command that is refused says why to whoever reads its JSON, too."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def test_a_refusal_is_json_when_json_was_asked_for(db):
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("measures", "explain", "nothing", "--json", stdout=out)
    assert ended.value.code == 1
    assert json.loads(out.getvalue())["error"].startswith("There is no measure called nothing")


def test_a_person_reads_it_on_standard_error(db):
    with pytest.raises(CommandError, match="There is no measure called nothing"):
        call_command("measures", "explain", "nothing", stdout=StringIO())
