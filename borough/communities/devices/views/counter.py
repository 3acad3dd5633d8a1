"""/work/devices/: scan, see, act. One page for a device, with the one thing that is next for it."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.communities.refusals import Refused
from borough.forms import markdown
from borough.foundations.documents.refused import Refused as FileRefused

from .. import policy, queries, rules
from ..models import Handover, Loan, Offer
from . import photos
from .acts import ACTS, NEXT
from .pages import device as device_of
from .pages import page, staff

asked = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def counter(request):
    """What waits at the counter; with ?label= the device that was scanned."""
    user = staff(request)
    label = request.GET.get("label", "").replace("\0", "")[:200]
    if label.strip():
        found = queries.found(policy.devices(user), label)
        if found:
            return redirect("devices:device", found.tag)
    return page(request, "counter", queries.counter(user) | {"label": label, "error": _unknown(label)})


@require_safe
@never_cache
def device(request, tag):
    user = staff(request)
    return _device(request, user, device_of(user, tag))


@asked
@never_cache
def act(request, tag, name):
    """Do one thing with a device, or ask what it takes."""
    user = staff(request)
    held = device_of(user, tag)
    if name not in ACTS:
        raise Http404(name)
    if request.method != "POST":
        return _device(request, user, held, name)
    wanted, about = ACTS[name], _about(held)
    form = wanted.form(request.POST, request.FILES, device=held, **about)
    if held.state not in wanted.states:
        messages.error(request, f"{held.tag} is “{held.get_state_display().lower()}”, so that cannot be done now.")
        return redirect("devices:device", held.tag)
    if form.is_valid():
        try:
            said = wanted.do(device=held, by=user, **about, **photos.kept(form, held, user))
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        except FileRefused as refused:
            form.add_error("photo", str(refused))
        else:
            messages.success(request, said)
            return redirect(wanted.then(held) if wanted.then else "devices:counter")
    return _device(request, user, held, name, form)


def _device(request, user, held, name=None, form=None):
    about = _about(held)
    name = name or NEXT.get(held.state)
    wanted = ACTS.get(name)
    if form is None and wanted and (not wanted.needs or about.get(wanted.needs)):
        form = wanted.form(device=held, **about)
    others = [(key, one) for key, one in ACTS.items() if held.state in one.states and key != name]
    context = {
        "device": held, "name": name, "act": wanted, "form": form, "others": others,
        "history": queries.history(held), "clearances": held.clearances.select_related("wiped_by", "checked_by")[:10],
        "waits_to_sign": _waiting(about), **about,
    }  # fmt: skip
    if name == "lend" and about["offer"]:
        context["agreement"] = markdown.html(queries.agreement_for(held, form))
    return page(request, "device", context)


def _about(held) -> dict:
    loan = offer = None
    if held.state == "on_loan":
        loan = Loan.objects.select_related("person", "request__case").filter(device=held, ended_at=None).first()
    elif held.state == "offered":
        overdue = Loan.objects.filter(
            person=OuterRef("request__case__person"), ended_at=None, due_on__lt=timezone.localdate()
        )
        offer = Offer.objects.select_related("request__case__person").annotate(overdue=Exists(overdue))
        offer = offer.filter(device=held, ended_at=None).first()
    return {"loan": loan, "offer": offer}


def _waiting(about) -> Handover | None:
    """The newest thing that the borrower was to sign on their own phone."""
    thing = about["offer"] or about["loan"]
    return thing.handovers.order_by("-pk").first() if thing else None


def _unknown(label: str) -> str:
    if not label.strip():
        return ""
    if tag := rules.tag(label):
        return f"{tag} is not in our stock. Look at the label again, or add the device"
    return (
        "This is not a label, serial number or IMEI of ours. Our labels look like BD-01234. It may be another library’s"
    )
