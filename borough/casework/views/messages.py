"""Messages that nobody got: what went wrong, and trying again."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.messages import actions as messages

from .. import queries
from . import doors, pages


@require_safe
@doors.officers_only
def failed(request):
    page = Paginator(queries.failed_messages(request.user), 50).get_page(request.GET.get("page"))
    return pages.render(request, "casework/messages.html", {"page": page})


@require_POST
@doors.officers_only
def retry(request, pk):
    message = queries.failed_messages(request.user).filter(pk=pk).first()
    if message is None:
        raise Http404
    try:
        messages.retry(message=message, by=request.user)
        pages.done(request, "We will try again in a moment.")
    except messages.Unsendable as refused:
        pages.not_done(request, str(refused))
    return redirect("casework:messages")
