"""What the worker does about payments: ask about each that is due, however its person got on.

As with messages, one is claimed in a transaction of its own, and the provider is asked outside it. A worker killed in
between has only put the question off.
"""

import logging

from django.db import transaction
from django.utils import timezone

from borough.foundations.faults import brief

from . import actions, states
from .models import Attempt, Refund
from .providers import chosen
from .providers.base import Failed, Silent

log = logging.getLogger(__name__)


def ask_due(*, clock=timezone.now, most: int = 10, stopping=lambda: False) -> int:
    """Ask about up to `most` payments that are due, or until `stopping()`. Returns how many were asked about.

    A provider that does not answer ends the round: it must not hold up other work for long.
    """
    if not chosen().takes:
        return 0
    for asked in range(most):
        attempt = None if stopping() else claim(now=clock())
        if attempt is None:
            return asked
        try:
            look_after(attempt)
        except Failed as fault:
            log.warning("Payment %s: the provider did not say how it stands (%s)", attempt.pk, type(fault).__name__)
            if isinstance(fault, Silent):
                return asked
        except Exception as fault:  # a mistake of ours must not stop the rest
            log.error("Payment %s could not be looked after: %s", attempt.pk, brief(fault))
    return most


@transaction.atomic
def claim(*, now) -> Attempt | None:
    """The payment that has been due longest; it is due again later, whatever comes of this. None if there is none."""
    due = Attempt.objects.filter(due_at__lte=now).order_by("due_at", "pk")
    attempt = due.select_for_update(skip_locked=True, of=("self",)).select_related("order").first()
    if attempt:
        attempt.due_at = states.ask_next(_since(attempt), now)
        attempt.save(update_fields=["due_at"])
    return attempt


def look_after(attempt: Attempt) -> None:
    """Finish the refunds of an attempt, then ask how it stands itself."""
    for refund in attempt.refunds.filter(status__in=Refund.WAITING).select_related("attempt"):
        actions.finish(refund=refund)
    actions.ask(attempt=attempt)


def _since(attempt: Attempt):
    """When what we wait for began: the payment, or money that goes back since."""
    last = attempt.refunds.filter(status__in=Refund.WAITING).order_by("-made_at").first()
    return last.made_at if last else attempt.made_at
