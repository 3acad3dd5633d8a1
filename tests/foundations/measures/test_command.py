"""`borough measures`: list, explain, snapshot."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def run(*words):
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command("measures", *words, stdout=out, stderr=err)
    except SystemExit as end:
        status = end.code
    return status, out.getvalue(), err.getvalue()


def test_snapshot_counts_and_shows_progress(declare):
    declare()
    status, out, err = run("snapshot", "--day", "2026-11-20", "--json")
    assert status == 0
    assert json.loads(out)["readings"][0] | {"value": 3} == {
        "key": "devices-lent", "day": "2026-11-20", "value": 3, "error": "",
    }  # fmt: skip
    assert "devices-lent: 3" in err


def test_snapshot_says_what_failed(declare):
    declare(count=lambda day: 1 / 0)
    status, out, _ = run("snapshot")
    assert status == 1
    assert "Counted 0 of 1 measures" in out


@pytest.mark.parametrize(("day", "said"), [("soon", "soon is not a day"), ("2999-01-01", "has not been yet")])
def test_a_bad_day_says_what_to_do(day, said):
    with pytest.raises(CommandError, match=said):
        run("snapshot", "--day", day)


def test_list_shows_the_newest_reading(declare):
    declare()
    assert "not known" in run("list")[1]
    run("snapshot")
    [row] = json.loads(run("list", "--json")[1])["measures"]
    assert (row["key"], row["title"], float(row["value"])) == ("devices-lent", "Devices lent", 3)


def test_explain_says_what_is_counted(declare):
    declare()
    run("snapshot", "--day", "2026-11-20")
    out = run("explain", "devices-lent")[1]
    assert "Cases ever lent." in out
    assert "More is better." in out
    assert "2026-11-20  3" in out


def test_explain_of_an_unknown_one_says_where_to_look(declare):
    with pytest.raises(CommandError, match="borough measures list"):
        run("explain", "unknown")
