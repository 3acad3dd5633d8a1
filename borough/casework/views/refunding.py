"""Giving money back: how much, and why."""

from decimal import Decimal

from django.http import Http404

from borough.design.filters import pounds
from borough.forms.questions.numbers import Money
from borough.foundations.pay.models import Refund as Made

from .. import actions, owing
from ..refusals import Refused
from . import pages
from .act import Act
from .acts import why


class Refund(Act):
    title = "Give money back"
    button = "Give it back"

    def prepare(self, pk):
        order = owing.order(self.case)
        attempts = order.attempts.all() if order else ()
        self.attempt = next((attempt for attempt in attempts if attempt.pk == pk), None)
        if self.attempt is None:
            raise Http404

    @property
    def hint(self):
        return f"{pounds(self.attempt.left)} can be given back. It goes to the card that paid, and takes a few days."

    def questions(self):
        errors = {"missing": "Enter how much to give back", "too_big": f"At most {pounds(self.attempt.left)} is left"}
        most = max(Decimal(self.attempt.left) / 100, Decimal("0.01"))
        return [
            Money(name="amount", label="How much?", min=Decimal("0.01"), max=most, errors=errors),
            why(max_length=1000),
        ]

    def initial(self):
        return {"amount": self.attempt.left}

    def do(self, values, revision):
        made = actions.refund(
            case=self.case, attempt=self.attempt, pence=values["amount"], reason=values["reason"], by=self.user
        )
        if made.status == Made.Status.ERROR:
            raise Refused("GOV.UK Pay did not give the money back. Look at the payment there, then try again.")
        pages.done(self.request, f"{pounds(made.pence)} is on its way back.")
