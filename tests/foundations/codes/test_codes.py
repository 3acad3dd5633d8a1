"""Six digits: hashed at rest, few tries, one use, and only for what they were made for."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from borough.foundations.codes.actions import make, purge, redeem, working
from borough.foundations.codes.models import Code
from borough.foundations.codes.typed import digits
from tests.foundations.together import at_once

pytestmark = pytest.mark.django_db
SOON = datetime.timedelta(minutes=15)
A = {"purpose": "try", "subject": "1"}


def new(**other):
    return make(channel="email", lasts=SOON, **A | other)


def test_it_works_once_and_only_its_hash_is_kept():
    code = new()
    assert code not in str(Code.objects.values().get())
    assert redeem(digits=code, **A)
    assert redeem(digits=code, **A) is None


@pytest.mark.parametrize("other", [{"purpose": "other"}, {"subject": "2"}])
def test_it_is_good_for_nothing_else(other):
    assert redeem(digits=new(), **A | other) is None


def test_a_newer_one_replaces_it():
    first, second = new(), new()
    assert first == second or redeem(digits=first, **A) is None
    assert redeem(digits=second, **A)


def test_five_wrong_ones_end_it():
    code = new()
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        assert redeem(digits=wrong, **A) is None
    assert redeem(digits=code, **A) is None
    assert not working(**A).exists()


def test_it_expires_and_is_purged():
    code = new()
    Code.objects.update(made_at=timezone.now() - 2 * SOON, expires_at=timezone.now() - SOON)
    assert redeem(digits=code, **A) is None
    assert purge() == 1


def test_one_that_may_be_used_again_is():
    code = make(channel="letter", lasts=SOON, **A)
    assert redeem(digits=code, again=("letter",), **A)
    assert redeem(digits=code, again=("letter",), **A)


@pytest.mark.django_db(transaction=True)
def test_given_from_twenty_places_at_once_it_works_once():
    code = new()
    assert sum(bool(found) for found in at_once(20, lambda number: redeem(digits=code, **A))) == 1


@pytest.mark.django_db(transaction=True)
def test_made_twice_at_once_one_is_there():
    def ask(number):
        try:
            return new()
        except IntegrityError:
            return None

    made = [code for code in at_once(8, ask) if code]
    assert made
    assert Code.objects.filter(ended_at=None).count() == 1


@pytest.mark.parametrize("text", ["123456", " 123 456 ", "123-456", "1 2 3 4 5 6"])
def test_people_type_it_as_they_like(text):
    assert digits(text) == "123456"


@given(some.text())
def test_anything_else_is_refused(text):
    try:
        assert len(digits(text)) == 6
    except ValueError as wrong:
        assert "Enter the" in str(wrong)  # noqa: PT017
