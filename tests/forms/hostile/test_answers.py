"""Every form is given a thousand hostile answers and more: no page breaks, and nothing that was sent ever runs."""

import os

import pytest

from borough.forms.models import Submission

from . import after
from .attacking import Attacker
from .forms import FORMS

pytestmark = pytest.mark.django_db
TIMES = int(os.environ.get("HOSTILE", 1_000))  # HOSTILE=50000 make test ARGS=tests/forms/hostile


@pytest.mark.parametrize("name", FORMS)
def test_hostile_answers_break_nothing(name):
    form = FORMS[name]()
    attacker = Attacker(form, seed=TIMES, times=TIMES)
    for walk in attacker.walks:
        attacker.walk(walk)
        attacker.send()
        after.everywhere(attacker.client, Submission.objects.latest("pk"))
    assert attacker.sent >= TIMES
    assert Submission.objects.filter(slug=form.slug).count() == len(attacker.walks)
