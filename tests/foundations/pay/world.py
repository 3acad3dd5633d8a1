"""An order to pay, and a provider to pay it at."""

from contextlib import contextmanager

from borough.foundations.audit.actors import RESIDENT
from borough.foundations.pay import actions
from borough.foundations.pay.models import Order

from .payserver import KEY, SECRET, PayServer

BACK = "http://testserver/pay/x/back/"


@contextmanager
def on(settings):
    """A stand-in for GOV.UK Pay, with the settings pointing at it."""
    with PayServer() as server:
        settings.PAY, settings.GOVUK_PAY_URL, settings.GOVUK_PAY_PAGES = "govuk", server.url, server.url
        settings.GOVUK_PAY_KEY, settings.GOVUK_PAY_WEBHOOK_SECRET = KEY, SECRET
        yield server


def order(reference="LIC-7QK-214", pence=2500, **more) -> Order:
    fields = {"about": f"case:{reference}", "reference": reference, "description": "Hire a skip",
              "lines": [{"label": "Licence", "pence": pence}], "by": RESIDENT} | more  # fmt: skip
    return actions.order(**fields)


def pay(order) -> str:
    """As far as the provider's page: its address."""
    return actions.pay(order=order, return_url=BACK, by=RESIDENT)


def paid(server, order=None) -> Order:
    """An order that somebody paid."""
    order = order or globals()["order"]()
    pay(order)
    server.put("success")
    actions.ask(attempt=order.attempts.last())
    order.refresh_from_db()
    return order
