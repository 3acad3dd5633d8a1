"""`borough tax quote` and `borough benefits quote`: a line of JSON in, a line out, without a database."""

import io
import json
import sys

import pytest
from django.core.management import call_command

YEAR = {"id": 7, "year_start": "2026-04-01", "issued": "2026-03-12",
        "segments": [{"from": "2026-04-01", "to": "2027-04-01", "band": "D", "band_d": "2475.31"}]}  # fmt: skip
HOME = {"id": 8, "scheme": "stockport-2026-27", "annual_liability": "1800", "band": "D"}


@pytest.fixture
def asked(monkeypatch):
    def ask(noun, *lines, status=0, as_json=True):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        out = io.StringIO()
        if status:
            with pytest.raises(SystemExit) as ended:
                call_command(noun, "quote", *["--json"] * as_json, stdout=out)
            assert ended.value.code == status
        else:
            call_command(noun, "quote", *["--json"] * as_json, stdout=out)
        return out.getvalue()

    return ask


def test_a_line_for_each_line(asked):
    found = [json.loads(line) for line in asked("tax", json.dumps(YEAR), "", json.dumps(YEAR | {"id": 9})).splitlines()]
    assert [one["id"] for one in found] == [7, 9]
    assert found[0]["total"] == "2475.31"
    assert found[0]["instalments"][0] == {"due": "2026-04-01", "amount": "243.31"}
    found = json.loads(asked("benefits", json.dumps(HOME)))
    assert (found["annual_award"], found["net_bill"]) == ("1200.00", "600.00")


def test_one_that_cannot_be_answered_does_not_stop_the_next(asked):
    said = asked("tax", "no json", json.dumps(YEAR | {"year_start": "2026-04-03"}), json.dumps(YEAR), status=1)
    broken, wrong, right = (json.loads(line) for line in said.splitlines())
    assert "no JSON" in broken["error"]
    assert (wrong["id"], wrong["line"]) == (7, 2)
    assert "1 April" in wrong["error"]
    assert right["total"] == "2475.31"
    assert "There is no scheme" in asked("benefits", json.dumps(HOME | {"scheme": "x"}), status=1)


def test_as_a_person_reads_it(asked):
    assert "7: £2475.31 for 365 days" in asked("tax", json.dumps(YEAR), as_json=False)
    said = asked("benefits", json.dumps(HOME), "x", as_json=False, status=1)
    assert "8: £1200.00 for the year" in said
    assert "as for band A" in said
    assert "Line 2: This is no JSON" in said
