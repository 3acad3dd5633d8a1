"""Where casework joins the rooms below: what it adds to a definition, and what it is told of."""

from borough.forms import hooks
from borough.forms.definition import sections
from borough.forms.retention import kinds
from borough.foundations.audit.actors import RESIDENT, Actor
from borough.foundations.documents import access as documents
from borough.foundations.documents.hooks import held
from borough.foundations.measures import registry as measures
from borough.foundations.people import registry as people

from . import checks
from .workflow import Deadline, Workflow


def connect() -> None:
    """Called once, when the app is ready."""
    from . import actions, counting, holding, owing, paying, quarantine, rekeying, retention, walked, webhooks  # noqa: F401
    from .hooks import moved
    from .resident import joining
    from .views import doors

    sections.register("workflow", Workflow, check=checks.check, required=True)
    sections.register("deadline", Deadline)
    sections.register("measures", list[counting.DefinedMeasure], check=counting.check)
    hooks.submitted.register(submitted)
    hooks.walked.register(walked.fault)
    moved.register(webhooks.moved)
    owing.connect()
    documents.register(doors.document)
    held.register(quarantine.held)
    people.leavers.register(actions.hand_over)
    people.movers.register(actions.hand_over)
    people.holders.register("casework", export=holding.export, erase=holding.erase, names=holding.names)
    rekeying.register()
    kinds.register(retention.KIND)
    measures.provide(counting.of_services)
    counting.declare()
    joining.connect()


def submitted(submission, form):
    """Open the case, in the transaction that keeps the submission."""
    from . import actions, owing

    case = actions.open_case(submission=submission, form=form, by=sender(submission))
    if form.sections.get("fees") and owing.order(case) is None:  # nothing was owed, so nothing is waited for
        owing.advance(case)
    return case


def sender(submission):
    """Who sent it: the officer who helped, the partner's organisation, or the resident."""
    if submission.helped_by_id:
        return submission.helped_by
    if submission.partner_id:
        return Actor("partner", str(submission.partner_id), submission.partner.name)
    return RESIDENT
