"""/work/devices/data/: SIM cards and vouchers."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from borough.communities.refusals import Refused

from .. import forms, policy
from ..actions import data as actions
from ..models import DataItem
from .asking import asked
from .pages import page, staff

both = require_http_methods(["GET", "HEAD", "POST"])
BACK = ("/work/devices/data/", "Mobile data")


@require_safe
@never_cache
def data(request):
    staff(request)
    today = timezone.localdate()
    issued = DataItem.objects.filter(issued_at__isnull=False).select_related("person").order_by("expires_on")
    context = {
        "free": DataItem.objects.filter(issued_at=None, use_by__gt=today)[:50],
        "old": DataItem.objects.filter(issued_at=None, use_by__lte=today).count(),
        "running": issued.filter(expires_on__gt=today)[:100],
    }
    return page(request, "data", context)


@both
@never_cache
def add(request):
    user = staff(request)

    def do(**answers):
        return f"{actions.add(by=user, **answers)} is in stock."

    return asked(request, forms.DataForm(request.POST or None), do, title="Add a SIM card or voucher", back=BACK)


@both
@never_cache
def issue(request, number):
    """To the person of a request, by the rules of the National Databank."""
    user, item = staff(request), get_object_or_404(DataItem, pk=number)

    def do(reference, rules):
        found = policy.requests(user).select_related("case__person")
        theirs = found.filter(case__reference=reference.strip().upper()).first()
        if theirs is None:
            raise Refused(
                "We do not know this reference. It is in the message they have, like DEV-7QK-214", "reference"
            )
        loan = getattr(theirs, "loan", None)
        given = actions.issue(item=item, person=theirs.case.person, said=rules, loan=loan, by=user)
        return f"{given} is theirs, until {given.expires_on:%d %b %Y}."

    about = "The companies that give the data for free have rules. We keep what you tick."
    return asked(request, forms.IssueForm(request.POST or None), do, title=f"Give away {item}", back=BACK, about=about)


@both
@never_cache
def top_up(request, number):
    user, item = staff(request), get_object_or_404(DataItem, pk=number)

    def do(**answers):
        return f"{item} now lasts until {actions.top_up(item=item, by=user, **answers).expires_on:%d %b %Y}."

    return asked(request, forms.TopUpForm(request.POST or None), do, title=f"Top up {item}", back=BACK)
