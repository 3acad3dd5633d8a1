"""`borough doctor` says which back offices were not told, and which nobody has set up."""

import pytest

from borough.config import doctor
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks.actions import announce, keep_destination

pytestmark = pytest.mark.django_db


def finding():
    return next(finding for finding in doctor.examine() if finding.name == "web hooks")


def test_nothing_is_left_behind():
    assert (finding().ok, finding().found) == (True, "none left behind")


def test_a_destination_that_a_service_names_and_nobody_has_set_up():
    announce(event="case.moved", about="case:DEV-7QK-214", to=["finance"], by=SYSTEM)
    assert (finding().ok, finding().found) == (False, "nobody has set up finance")


def test_one_that_was_not_sent():
    keep_destination(name="finance", url="https://finance.example/", by=SYSTEM)
    [delivery] = announce(event="case.moved", about="case:DEV-7QK-214", to=["finance"], by=SYSTEM)
    assert finding().ok
    delivery.status = "failed"
    delivery.save()
    assert (finding().ok, finding().found) == (False, "1 not sent")
