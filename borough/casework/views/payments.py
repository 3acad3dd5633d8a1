"""Payments to make, and the files that carry them to the bank: for those who release payments."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.payments import actions, queries
from borough.foundations.payments.files import as_csv

from . import doors, pages


@require_safe
@doors.officers_only
def payments(request):
    context = {"waiting": queries.waiting(request.user), "files": queries.visible_to(request.user)[:50],
               "releases": queries.teams_of(request.user).exists()}  # fmt: skip
    return pages.render(request, "casework/payments.html", context)


@require_POST
@doors.officers_only
def make_file(request):
    """Put what waits into one file. Each payment is in one file, once."""
    try:
        actions.make_file(teams=queries.teams_of(request.user), by=request.user)
        pages.done(request, "The payment file is ready. Download it and send it to the bank.")
    except actions.NothingToPay:
        pages.not_done(
            request, "Nothing waits to be paid. Somebody else may have just made the file: it is in the list below."
        )
    return redirect("casework:payments")


@require_POST
@doors.officers_only
def download(request, pk: int):
    """The file itself, account numbers and all. A POST, and recorded."""
    file = queries.visible_to(request.user).filter(pk=pk).first()
    if file is None:
        raise Http404
    actions.downloaded(file=file, by=request.user)
    response = HttpResponse(as_csv(file), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="payments-{file.pk}.csv"'
    return response
