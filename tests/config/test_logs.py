"""Nothing anybody typed reaches a log line."""

import json
import logging
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.config import logs


def line(message="request", *args, **given):
    record = logging.LogRecord("borough.test", logging.WARNING, __file__, 1, message, args, given.pop("exc_info", None))
    record.__dict__.update(given)
    return json.loads(logs.Lines().format(record))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("amina.khan@example.org", "[e-mail]"),
        ("07700 900123", "[number]"),
        ("+44 7700 900 123", "[number]"),
        ("(0161) 496 0123", "[number]"),
        ("12-34-56", "[number]"),
        ("SK1 3XE", "[postcode]"),
        ("sk13xe", "[postcode]"),
        ("QQ 12 34 56 C", "[number]"),
        ("Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5", "[token]"),
    ],
)
def test_personal_words_are_taken_out(typed, kept):
    assert line(f"wrote to {typed}, twice")["message"] == f"wrote to {kept}, twice"


def test_ordinary_words_stay():
    said = "The job messages.sweep failed: ValueError at borough/casework/digest.py:41, trying again in 15 s"
    assert line(said)["message"] == said


@given(st.emails())
def test_no_e_mail_address_passes(address):
    user = address.partition("@")[0]
    if all(letter.isalnum() or letter in "._+-'" for letter in user):
        assert address not in logs.redact(f"to {address} now")


def test_a_fault_says_where_but_not_what():
    try:
        raise ValueError("Amina Khan, 4 High Street")
    except ValueError:
        told = line("failed", exc_info=sys.exc_info())
    assert told["fault"]["kind"] == "ValueError"
    assert told["fault"]["where"][-1].startswith("tests/config/test_logs.py:")
    assert "Amina" not in json.dumps(told)


def test_the_cause_of_a_fault_is_told_too():
    try:
        try:
            raise KeyError("Amina")
        except KeyError as first:
            raise ValueError("Khan") from first
    except ValueError:
        told = line("failed", exc_info=sys.exc_info())
    assert told["fault"]["because"]["kind"] == "KeyError"
    assert "Amina" not in json.dumps(told)


def test_a_line_is_json_with_its_fields():
    told = line("request", fields={"route": "home", "status": 200, "ms": 3})
    assert (told["level"], told["logger"], told["route"], told["status"]) == ("warning", "borough.test", "home", 200)


def test_words_that_do_not_fit_their_arguments_still_make_a_line():
    assert line("%d of %d", "one")["message"] == "%d of %d"


def test_gunicorns_own_words_of_a_bad_request_stay_out():
    """They hold the address of whoever sent it, and the line that could not be read."""
    assert line("Invalid request from ip=192.0.2.7: Invalid HTTP Header: 'cookie x'")["message"] == "Invalid request"
