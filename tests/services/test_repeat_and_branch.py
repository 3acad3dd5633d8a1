"""The guide to branches, groups and sums: its service is sound, and its parts are what it says they are."""

import re
from pathlib import Path

from borough.forms.definition import load
from tests.forms.made import PARTY

GUIDE = Path(__file__).resolve().parents[2] / "docs/how-to/repeat-and-branch.md"


def test_its_service_is_the_one_that_is_tried():
    written = re.findall(r"^```yaml\n(.*?)^```$", GUIDE.read_text(), re.MULTILINE | re.DOTALL)
    assert written == [PARTY]
    assert load.load_text(PARTY, slug="street-party").faults == []
