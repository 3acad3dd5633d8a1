"""The threat model names tests that are there."""

import re

import pytest

from borough.config.database import ROOT

NAMED = sorted(set(re.findall(r"`((?:tests/[\w/]+\.py)|Makefile)`", (ROOT / "docs/threat-model.md").read_text())))


@pytest.mark.parametrize("path", NAMED)
def test_what_shows_a_control_is_there(path):
    assert (ROOT / path).exists()


def test_it_names_some():
    assert len(NAMED) > 30
