"""What stands first in a file stays first: an officer is offered the moves in the order they were written."""

import json

import pytest

from borough.forms.definition import load
from borough.forms.models import DefinitionVersion

from .. import made

pytestmark = pytest.mark.django_db


def test_keys_come_back_in_the_order_of_the_file(bike):
    written = load.load_text(made.bike(), slug="borrow-a-bike").data
    kept = DefinitionVersion.objects.get().data
    assert json.dumps(kept) == json.dumps(written)


def test_another_order_is_another_version():
    assert load.content_hash({"a": 1, "b": 2}) != load.content_hash({"b": 2, "a": 1})
