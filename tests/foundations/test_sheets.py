"""No cell of a CSV of ours is taken for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.foundations import sheets


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", "  =", "＝"])
def test_nothing_begins_a_formula(start):
    assert sheets.safe(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.text())
def test_no_cell_that_a_spreadsheet_would_run(text):
    cell = sheets.safe(text)
    assert "\0" not in cell
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_nothing_is_an_empty_cell():
    assert sheets.text([["a", None, 3]]) == "a,,3\r\n"
