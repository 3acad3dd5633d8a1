"""/work/devices/queue/ and /loans/: who waits, and what is out."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import actions, forms, policy, queries
from .asking import asked
from .pages import page, staff

both = require_http_methods(["GET", "HEAD", "POST"])
QUEUE = ("/work/devices/queue/", "The queue")
LOANS = ("/work/devices/loans/", "Loans")


@require_safe
@never_cache
def queue(request):
    """Everybody who waits, in the queue's order."""
    staff(request)
    waiting = queries.waiting().select_related("case__person", "referrer")
    return page(request, "queue", {"page": Paginator(waiting, 50).get_page(request.GET.get("page"))})


@both
@never_cache
def rank(request, number):
    user = staff(request)
    found = get_object_or_404(policy.requests(user).select_related("case__person"), pk=number)

    def do(**answers):
        actions.rank(request=found, by=user, **answers)
        return f"{found.case.person} is now at “{found.Band(answers['band']).label}”."

    form = forms.RankForm(request.POST or None, initial={"band": str(found.band)})
    return asked(request, form, do, title=f"How soon does {found.case.person} need it?", back=QUEUE)


@require_safe
@never_cache
def loans(request):
    user = staff(request)
    today, show = timezone.localdate(), request.GET.get("show", "")
    found = policy.loans(user).filter(ended_at=None).select_related("device", "person").order_by("due_on", "pk")
    if show == "late":
        found = found.filter(due_on__lt=today)
    elif show == "today":
        found = found.filter(due_on=today)
    context = {"page": Paginator(found, 50).get_page(request.GET.get("page")), "show": show, "today": today}
    return page(request, "loans", context)


@both
@never_cache
def parts(request, number):
    """What was missing of a kit came back."""
    user = staff(request)
    loan = get_object_or_404(policy.loans(user).select_related("device"), pk=number)
    if not loan.ended_at or not loan.missing:
        raise Http404(number)

    def do(parts):
        left = actions.bring_parts(loan=loan, parts=parts, by=user).missing
        return f"Still missing: {', '.join(left)}." if left else "All of the kit is back."

    form = forms.PartsForm(request.POST or None, device=loan.device, loan=loan)
    back = (f"/work/devices/{loan.device.tag}/", loan.device.tag)
    return asked(request, form, do, title="What came back?", back=back)
