"""/work/devices/donations/: what people give us, step by step."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import forms
from ..actions import donating
from ..models import Donation
from .asking import asked
from .pages import page, staff

both = require_http_methods(["GET", "HEAD", "POST"])
BACK = ("/work/devices/donations/", "Donations")
# The step that is next from each state: (its name, its form, what does it, its title).
STEPS = {
    "offered": ("collect", forms.CollectForm, donating.collect, "It is collected"),
    "collected": ("assess", forms.AssessForm, donating.assess, "Assess it"),
    "assessed": ("wipe", forms.DonationWipeForm, donating.wipe, "Wipe it, with a certificate"),
    "wiped": ("take-in", forms.TakeInForm, donating.take_in, "Grade it and take it into stock"),
}
RECYCLE = ("recycle", forms.RecycleForm, donating.recycle, "Recycle it")


@require_safe
@never_cache
def donations(request):
    staff(request)
    found = Donation.objects.select_related("device")
    under_way = found.exclude(state__in=["stocked", "recycled"])
    return page(
        request,
        "donations",
        {"under_way": under_way[:200], "done": found.filter(state__in=["stocked", "recycled"])[:20], "steps": STEPS},
    )


@both
@never_cache
def offer(request):
    user = staff(request)

    def do(**answers):
        return f"The {donating.offer(by=user, **answers).get_kind_display().lower()} is on the list."

    form = forms.DonationForm(request.POST or None)
    return asked(request, form, do, title="Somebody offers a device", back=BACK)


@both
@never_cache
def step(request, number, name):
    user = staff(request)
    donation = get_object_or_404(Donation, pk=number)
    known = [STEPS.get(donation.state), RECYCLE if donation.state in ("collected", "assessed", "wiped") else None]
    found = next((one for one in known if one and one[0] == name), None)
    if found is None:
        raise Http404(name)
    _name, form, do, title = found

    def done(**answers):
        do(donation=donation, by=user, **answers)
        donation.refresh_from_db()
        return (
            f"The {donation.get_kind_display().lower()} from {donation.donor}: {donation.get_state_display().lower()}."
        )

    about = f"{donation.get_kind_display()} from {donation.donor}."
    return asked(request, form(request.POST or None), done, title=title, back=BACK, about=about)
