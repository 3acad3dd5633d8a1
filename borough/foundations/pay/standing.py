"""How an order stands, for people. Pure, over an order with its attempts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from . import states

WHY = {
    "P0010": N_("The bank said no to the card."),
    "P0020": N_("It took too long, so the payment page closed."),
    "P0030": N_("You stopped it."),
    "P0040": N_("It was stopped."),
    "P0050": N_("Something went wrong at the bank."),
}
OTHERWISE = N_("Something went wrong.")


@dataclass(frozen=True)
class Standing:
    """`words` and `kind` are for a tag. `why` says why the last attempt did not work, where there was one."""

    words: str
    kind: str
    why: str = ""
    going: bool = False  # somebody began to pay, and the provider has not said how it ended
    extra: tuple = ()  # attempts that brought money that was not owed, and have some of it left
    refunded: int = 0  # pence given back, or on their way

    @property
    def left_over(self) -> int:
        return sum(attempt.left for attempt in self.extra)


def of(order) -> Standing:
    attempts = list(order.attempts.all())
    brought = [one for one in attempts if one.status == states.SUCCESS]
    refunded = sum(one.refunded for one in brought)
    extra = tuple(one for one in brought if one.pk != order.paid_by_id and one.left)
    if order.paid:
        paid = next(one for one in brought if one.pk == order.paid_by_id)
        words, kind = ("Refunded", "plain") if not paid.left else ("Paid", "good")
        if paid.left and paid.refunded:
            words = "Paid, part refunded"
        return Standing(words, kind, extra=extra, refunded=refunded)
    last = next((one for one in reversed(attempts) if not one.adopted and one.status != states.SUCCESS), None)
    going = last is not None and last.status in states.OPEN
    why = _(WHY.get(last.code, OTHERWISE)) if last and last.status in states.ENDED else ""
    return Standing("Not paid yet", "warning", why, going, extra, refunded)
