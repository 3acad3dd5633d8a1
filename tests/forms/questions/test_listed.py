"""Whoever writes a service can read of every type there is."""

from pathlib import Path

import pytest
from django.conf import settings

from borough.forms.questions import TYPES

GUIDE = (Path(settings.SERVICES).parent / "docs/how-to/write-a-service.md").read_text()


@pytest.mark.parametrize("type", [*TYPES, "content"])
def test_the_guide_names_it(type):
    assert f"`{type}`" in GUIDE
