"""What a story's person owes, pays and gets back, as the actions of pay and casework tell it."""

import itertools
import uuid

from borough.casework.timeline import Kind
from borough.design.filters import pounds
from borough.forms import fees
from borough.foundations.audit.actors import RESIDENT, SYSTEM
from borough.foundations.pay.models import Attempt, Order, Refund


def owe(story) -> Order | None:
    """The order that comes with what was sent, where it costs something."""
    submission, form = story.submission, story.form
    lines = fees.due(form, submission.answers, story.today)
    if not lines:
        return None
    order = Order(
        about=fees.about(submission), reference=submission.reference, description=form.title, lines=lines,
        pence=fees.total(lines), made_at=story.at,
    )  # fmt: skip
    story.rows.owed.append(order)
    story.audit("order.made", order, SYSTEM, about=order.about, pence=order.pence)
    return order


def paid(story) -> None:
    """The resident pays, and the workflow's own move is made."""
    key, order = uuid.uuid5(uuid.NAMESPACE_URL, story.owed.reference), story.owed
    attempt = Attempt(order=order, key=key, provider_id=f"pretend-{key}", status="success", pence=order.pence,
                      made_at=story.at)  # fmt: skip
    story.rows.attempts.append(attempt)
    story.audit("payment.begun", attempt, RESIDENT, order=order.reference, pence=order.pence)
    for was, now in itertools.pairwise(("opening", "created", "success")):
        story.audit(f"payment.{now}", attempt, SYSTEM, order=order.reference, was=was)
    story.audit("order.paid", order, SYSTEM, pence=order.pence)
    story.case.revision += 1
    story.tell(Kind.CHANGED, f"paid {pounds(order.pence)}", RESIDENT)
    story.move("paid", SYSTEM)
    story.case.revision -= 1  # one change, made of both


def refund(story, by, reason: str) -> None:
    """All of it goes back, where it was paid."""
    attempt = next((one for one in story.rows.attempts if one.order is story.owed), None)
    if attempt is None:
        return
    attempt.refunded = attempt.pence
    back = Refund(attempt=attempt, provider_id=f"pretend-{attempt.key}", pence=attempt.pence, reason=reason,
                  available=attempt.pence, status="success", made_at=story.at, made_by=by.actor.name)  # fmt: skip
    story.rows.refunds.append(back)
    story.audit("refund.made", back, by, reason=reason, order=story.owed.reference, pence=back.pence)
    story.case.revision += 1
    story.tell(Kind.CHANGED, f"gave {pounds(back.pence)} back", by, reason=reason)
    story.message("refunded", by, reason=reason)
    story.audit("refund.success", back, SYSTEM, pence=back.pence)
