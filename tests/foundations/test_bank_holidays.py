"""Our bank holidays are those that a library of every country's has: a new one it learns of fails here."""

import datetime

import holidays
import pytest

from borough.foundations.bank_holidays import bank_holidays


@pytest.mark.parametrize("year", range(2000, 2061))
def test_they_are_the_library_s(year):
    theirs = {day for day in holidays.country_holidays("GB", subdiv="ENG", years=year) if day.weekday() < 5}
    assert bank_holidays(year) == theirs


def test_the_coronation_s():
    assert datetime.date(2023, 5, 8) in bank_holidays(2023)
