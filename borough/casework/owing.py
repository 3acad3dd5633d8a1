"""What a case owes: the order of its form's fees, and what happens to the case when money comes or goes back."""

from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from borough.design.filters import pounds
from borough.design.languages import spoken
from borough.forms import fees
from borough.foundations.audit.actors import RESIDENT, SYSTEM
from borough.foundations.authority.site import site
from borough.foundations.pay import hooks, links
from borough.foundations.pay.models import Order

from . import definitions
from .models import Case
from .refusals import Refused
from .timeline import Kind, tell

REFUNDED = "refunded"  # a message that a service may have


def connect() -> None:
    """Called once, when the app is ready."""
    hooks.paid.register(paid)
    hooks.paid_again.register(paid_again)
    hooks.refunded.register(refunded)
    hooks.stops(why_not)


def order(case) -> Order | None:
    """The case's order, with its attempts and refunds; None where nothing was owed. Looked up once."""
    if "owed" not in vars(case):
        look_up([case])
    return case.owed


def look_up(cases) -> None:
    """The same for many: one query, and none where no form has fees."""
    owing = {case.about: case for case in cases if _has_fees(case)}
    for case in cases:
        case.owed = None
    if owing:
        for found in Order.objects.filter(about__in=owing).prefetch_related("attempts__refunds"):
            owing[found.about].owed = found


def unpaid(case) -> Order | None:
    """The order of an open case that waits to be paid."""
    found = order(case)
    return found if found and not found.paid and case.is_open else None


def words(case) -> dict[str, str]:
    """What ((fee)) and ((pay)) say: the amount, and the link to pay it."""
    found = order(case)
    return {"fee": pounds(found.pence), "pay": f"{site()}{links.path(found)}{_in(spoken())}"} if found else {}


def _in(language: str) -> str:
    """A link in a message opens in the message's language."""
    return "" if language == "en" else f"?lang={language}"


def advance(held) -> None:
    """Make the move that waited for payment, where the case is in a state that has one."""
    from .actions.moving import make

    workflow = definitions.workflow(held)
    ways = workflow.moves.items()
    name = next((n for n, move in ways if held.state in move.from_ and move.waits_for == "payment"), None)
    if name is None or not held.is_open:
        return
    try:
        with transaction.atomic():
            make(held, name, by=SYSTEM)
    except Refused as refused:  # the money came all the same, and that must be kept
        tell(held, Kind.CHANGED, "could not take the next step by ourselves", by=SYSTEM, reason=str(refused))


def paid(*, order) -> None:
    with _held(order) as held:
        if held:
            tell(held, Kind.CHANGED, f"paid {pounds(order.pence)}", by=RESIDENT)
            advance(held)


def paid_again(*, order, attempt) -> None:
    why = "They may have paid twice. Give it back, under “Payment”."
    with _held(order) as held:
        if held:
            tell(held, Kind.CHANGED, f"paid {pounds(attempt.pence)} that was not owed", by=RESIDENT, reason=why)


def refunded(*, order, refund, by) -> None:
    from .actions.telling import tell_person

    with _held(order) as held:
        if held:
            tell(held, Kind.CHANGED, f"gave {pounds(refund.pence)} back", by=by, reason=refund.reason)
            if REFUNDED in definitions.newest(held).service.messages:
                tell_person(held, REFUNDED, by=by, reason=refund.reason)


def why_not(order) -> str:
    """Why an order can no longer be paid."""
    case = _case(order)
    return _("This is finished, so you have nothing to pay.") if case and not case.is_open else ""


@contextmanager
def _held(order):
    """The order's case, held while it changes; None where there is none."""
    from .actions.changing import changing

    case = _case(order)
    if case is None:
        yield None
        return
    with changing(case, by=SYSTEM, open_only=False) as held:
        yield held


def _case(order) -> Case | None:
    return Case.objects.filter(reference=order.reference).defer("search").first()


def _has_fees(case) -> bool:
    form = definitions.of_submission(case)
    return bool(form and form.sections.get(fees.SECTION))
