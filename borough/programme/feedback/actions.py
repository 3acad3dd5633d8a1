"""Answering in public: the step of the feedback service's workflow that does it, and taking an answer down."""

from django.db import transaction
from django.utils import timezone

from borough.casework.refusals import Refused as NotDone
from borough.forms.registries import actions
from borough.foundations.audit import actions as audit
from borough.programme.workstreams.actions import Refused, must_manage, signed

from .models import WHOLE, Reply


@actions.register("programme.reply")
def reply(case, *, by, reason, fields) -> Reply:
    """Show what was said and what was done. In the transaction of the case's move.

    Raises casework's Refused where the person did not agree to be shown.
    """
    answers = case.submission.answers
    if answers.get("public") == "no":
        raise NotDone("They asked us not to show it. Answer only them.")
    about = answers.get("about") or WHOLE
    kept = Reply.objects.create(
        reference=case.reference, about=about, **signed(by),
        workstream=answers.get("workstream") or "" if about == "workstream" else "",
        post=answers.get("post") or "" if about == "post" else "",
        said=fields["said"], did=fields["did"],
    )  # fmt: skip
    audit.record(action="reply.published", record=kept, by=by)
    return kept


@transaction.atomic
def take_down(*, reply, reason, by) -> None:
    """Show it no more. Raises Refused: no manager, no reason."""
    must_manage(by, to="take an answer down")
    if not reason.strip():
        raise Refused("Enter why it is taken down", "reason")
    Reply.objects.filter(pk=reply.pk, taken_down_at=None).update(
        taken_down_at=timezone.now(), taken_down_because=reason.strip()[:300]
    )
    audit.record(action="reply.taken_down", record=reply, by=by, reason=reason)
