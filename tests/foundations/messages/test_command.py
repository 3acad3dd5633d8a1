"""`borough messages`: what failed, and trying it again."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from borough.foundations.messages.models import Message


def run(*words):
    out, err = StringIO(), StringIO()
    status = 0
    try:
        call_command("messages", *words, stdout=out, stderr=err)
    except SystemExit as end:
        status = end.code
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def failed(write):
    message = write(about="case:DEV-7QK-214")
    Message.objects.filter(pk=message.pk).update(status="failed", error="no")
    return message


def test_failed_ones_are_listed_without_words_or_addresses(failed, write):
    write()
    status, out, _ = run("list", "--failed", "--json")
    told = json.loads(out)
    assert status == 0
    assert [row["id"] for row in told["messages"]] == [failed.pk]
    assert told["counts"] == {"failed": 1, "waiting": 1}
    assert "sam@" not in out
    assert "ready" not in out


def test_a_person_reads_lines(failed):
    assert f"{failed.pk}  failed" in run("list")[1]


@pytest.mark.parametrize("which", ["--all", "its number"])
def test_it_is_tried_again(failed, which):
    status, out, _ = run("retry", which if which == "--all" else str(failed.pk), "--json")
    failed.refresh_from_db()
    assert (status, failed.status) == (0, "waiting")
    assert json.loads(out) == {"retried": [failed.pk], "problems": []}


def test_what_cannot_be_tried_is_named(write):
    message = write()
    status, out, err = run("retry", str(message.pk), "0", "--json")
    assert status == 1
    assert {problem["id"] for problem in json.loads(out)["problems"]} == {message.pk, 0}
    assert "0: There is no such message." in err


@pytest.mark.parametrize("words", [["retry"], ["retry", "--all", "1"]])
def test_it_must_be_told_which(db, words):
    with pytest.raises(CommandError, match="or --all"):
        run(*words)
