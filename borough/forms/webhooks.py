"""`webhooks` in service.yaml: which back offices are told of what. It has their names; administrators keep the rest."""

from typing import Literal

from pydantic import Field

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import actions
from borough.foundations.webhooks.registry import Gone, body

from . import exporting, queries
from .definition.form import Form
from .definition.model import Slug
from .models import Submission
from .questions.base import Part

SECTION = "webhooks"
SENT = "submission.sent"


class Webhook(Part):
    """One back office: `sent` tells it of each form sent, with the answers; `moved` of each move of a case."""

    to: Slug = Field(description="A destination's name. Administrators keep its address and secret")
    events: list[Literal["sent", "moved"]] = Field(default=["sent"], min_length=1)


def check(service, webhooks, sections):
    seen = set()
    for at, webhook in enumerate(webhooks):
        if webhook.to in seen:
            yield (SECTION, at, "to"), f"“{webhook.to}” is told twice: put its `events` together"
        seen.add(webhook.to)


def told(form: Form, event: str) -> list[str]:
    """The destinations that this service tells of `event`."""
    return [webhook.to for webhook in form.sections.get(SECTION, ()) if event in webhook.events]


def submitted(submission, form) -> None:
    """Write the deliveries of a form that was sent, in the transaction that keeps it."""
    if to := told(form, "sent"):
        about, key = f"case:{submission.reference}", f"{SENT}:{submission.reference}"
        actions.announce(event=SENT, about=about, to=to, key=key, by=SYSTEM)


@body(SENT)
def answers(delivery) -> dict:
    """What is kept of the submission now. An erased one has no answers left to tell."""
    submission = Submission.objects.filter(reference=delivery.reference).first()
    if submission is None or not submission.answers:
        raise Gone
    return exporting.of(submission, queries.version(submission.version_id))
