"""Quotes as plain data: what is said comes back to the penny, and what cannot be is a sentence."""

import pytest

from borough.council.revenues import quoting

LINE = {
    "id": "a", "year_start": "2013-04-01", "issued": "2013-03-12", "instalments": 10,
    "segments": [
        {"from": "2013-04-01", "to": "2013-05-16", "annual_charge": "884.66"},
        {"from": "2013-05-16", "to": "2014-04-01", "annual_charge": "1032.11"},
    ],
}  # fmt: skip


def part(**more):
    return {"from": "2026-04-01", "to": "2027-04-01"} | more


def year(*segments, **more):
    return {"year_start": "2026-04-01", "segments": list(segments)} | more


def test_two_homes_in_a_year():
    found = quoting.quote(LINE)
    assert (found["id"], found["days"], found["charges"], found["total"]) == (
        "a", [45, 320], ["109.07", "904.86"], "1013.93")  # fmt: skip
    assert found["instalments"][0] == {"due": "2013-04-01", "amount": "104.93"}
    assert len(found["instalments"]) == 10


@pytest.mark.parametrize(
    ("adjustments", "total"),
    [
        ([{"kind": "discount", "percent": 25}], "1856.48"),
        ([{"kind": "disabled"}], "2200.28"),
        ([{"kind": "disabled"}, {"kind": "discount", "percent": "25%"}], "1650.21"),
        ([{"kind": "premium", "percent": "100"}], "4950.62"),
        ([{"kind": "exemption"}], "0.00"),
    ],
)
def test_by_band(adjustments, total):
    found = quoting.quote(year(part(band="D", band_d="2475.31", adjustments=adjustments)))
    assert (found["total"], found["instalments"]) == (total, [])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ([], "a JSON object"),
        ({}, "“year_start” is missing"),
        ({"year_start": "2026-04-02"}, "begins on 1 April"),
        ({"year_start": 7}, "no day"),
        ({"year_start": "2026-04-01"}, "“segments” must be a list"),
        (year("x"), "Each segment"),
        (year(part(band="J", band_d="1")), "There is no band “J”"),
        (year(part(band="A")), "Say the charge"),
        (year(part(annual_charge="a lot")), "no amount of money"),
        (year(part(annual_charge="1", adjustments=[{"kind": "discount"}])), "Say the per cent of discount"),
        (year(part(annual_charge="1", adjustments=[{"kind": "discount", "percent": "some"}])), "no per cent"),
        (year(part(annual_charge="1", adjustments=[{"kind": "discount", "percent": "NaN"}])), "no per cent"),
        (year(part(annual_charge="1", adjustments=["x"])), "Each adjustment"),
        (year(part(annual_charge="1", adjustments={})), "“adjustments” must be a list"),
        (year(part(annual_charge="1"), issued="2026-02-29"), "no day"),
        (year(part(annual_charge="1"), issued="2026-03-01", instalments=7), "10, or 12"),
        (year(part(annual_charge="1", to="2026-04-01")), "must end later"),
    ],
)
def test_what_cannot_be_quoted_says_why(asked, words):
    with pytest.raises(ValueError, match=words):
        quoting.quote(asked)
