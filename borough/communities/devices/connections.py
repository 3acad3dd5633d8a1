"""Where the library joins the rooms below: what Borrow a device may name, and what of people it holds."""

from django.db.models import Q
from django.urls import reverse

from borough.casework import links
from borough.forms.registries import actions as named
from borough.forms.retention import kinds
from borough.foundations.documents import access as documents
from borough.foundations.people import registry as people
from borough.foundations.people.second_factor import officer

from . import actions, counting, holding, policy, retention, rules
from .models import Device, Offer, Request

BANDS = {"urgent": 1, "high": 2}


def connect() -> None:
    """Called once, when the app is ready."""
    links.register(policy.officers_link)
    links.register_for_cases(case_links)
    people.holders.register("devices", export=holding.export, erase=holding.erase)
    kinds.register(retention.KIND)
    documents.register(may_see)
    counting.declare()


def case_links(case, user) -> list[dict]:
    """From a case to what is kept or lent for it at the counter. The library wrote the label into the case."""
    if not case.fields.get("asset_tag") or not policy.works_here(user):
        return []
    kept = Q(offers__request__case=case, offers__ended_at=None) | Q(loans__request__case=case, loans__ended_at=None)
    held = Device.objects.filter(kept).distinct()
    return [{"text": f"{one.tag} at the counter", "href": reverse("devices:device", args=[one.tag])} for one in held]


def may_see(request, document) -> bool:
    """A photo of a device is for those who work here."""
    user = officer(request) if document.about.startswith(("loan:", "device:")) else None
    return user is not None and policy.works_here(user)


@named.register("devices.join")
def join(case, *, by, reason, fields):
    """Approved: they wait for what they asked for, by how soon they need it."""
    said = case.submission.answers if case.submission else {}
    wish = said.get("kind", "unsure")
    actions.join(
        case=case, kinds=rules.kinds(wish), data=said.get("data") == "yes" or wish == "data",
        purposes=said.get("what_for", []), referrer=case.submission.partner if case.submission else None,
        band=BANDS.get(case.priority, 3), by=by,
    )  # fmt: skip


@named.register("devices.leave")
def leave(case, *, by, reason, fields):
    """Refused, withdrawn or sent twice: what was kept for them goes to the next."""
    if request := Request.objects.filter(case=case).first():
        actions.leave(request=request, by=by)


@named.register("devices.decline")
def decline(case, *, by, reason, fields):
    """They do not want this one."""
    if offer := Offer.objects.filter(request__case=case, ended_at=None).first():
        actions.decline(offer=offer, by=by)
