"""`borough doctor` says whether payments can be taken."""

import pytest

from borough.config import doctor
from borough.forms import queries
from tests.forms import made
from tests.foundations.pay import world

pytestmark = pytest.mark.django_db
FEES = "fees: [{label: Hire, amount: 5}]\nmessages:\n"


@pytest.fixture(autouse=True)
def _nothing_kept():
    queries.forget()
    yield
    queries.forget()


def finding():
    return next(finding for finding in doctor.examine() if finding.name == "payments")


def test_nobody_takes_them_and_nothing_costs_anything():
    assert (finding().ok, finding().found) == (True, "nobody takes them, and no service costs anything")


def test_nobody_takes_them_and_something_costs():
    made.publish(made.bike("messages:\n", FEES))
    assert (finding().ok, finding().todo) == (False, "Set GOVUK_PAY_KEY.")
    assert "Borrow a bike" in finding().found


def test_govuk_pay_answers(settings):
    with world.on(settings):
        assert finding().found == "GOV.UK Pay, its web hooks are signed"
        settings.GOVUK_PAY_WEBHOOK_SECRET = ""
        assert finding().found == "GOV.UK Pay, without web hooks: the worker asks"


def test_govuk_pay_does_not_know_us(settings):
    with world.on(settings):
        settings.GOVUK_PAY_KEY = "wrong"
        assert finding().found == "GOV.UK Pay says no (401)"
        assert "wrong" not in finding().found + finding().todo.removeprefix("Make a new key there")


def test_govuk_pay_is_away(settings):
    with world.on(settings) as server:
        settings.GOVUK_PAY_URL = server.url
        server.misbehave("search", "down")
        assert finding().ok is False
