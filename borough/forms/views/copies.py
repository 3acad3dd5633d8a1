"""A copy of the answers, offered where we say that we have them."""

from datetime import timedelta

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.limits.decorators import limited

from .. import copying
from ..models import Submission
from .notices import no_place
from .place import Place, with_place

SOON = timedelta(minutes=30)  # after that the browser may be somebody else's: "your applications" asks who they are


def offered(place: Place, submission: Submission) -> dict:
    """What the page of a form just sent offers: {"copy": "", "ask", "sent" or "paper"}."""
    if copying.wanted(place.form) == "never" or _late(submission):
        return {"copy": ""}
    if place.request.GET.get("copy") == "sent":
        return {"copy": "sent"}
    return {"copy": "ask" if submission.email and copying.wanted(place.form) == "ask" else "paper"}


@require_POST
@limited("copy", most=20, seconds=3600)
@with_place
def send(request, place: Place):
    """Send the copy to the e-mail address in the answers, and to no other."""
    submission = _just_sent(place)
    if submission is None:
        return no_place(place)
    if copying.wanted(place.form) == "never":
        raise Http404
    copying.send_copy(submission=submission, form=place.form, by=place.by)
    return HttpResponseRedirect(f"/apply/{place.slug}/sent?copy=sent")


@require_safe
@limited("paper", most=60, seconds=600, methods=("GET",))
@with_place
def paper(request, place: Place):
    """The copy as a PDF, for the browser that sent the form, for half an hour."""
    submission = _just_sent(place)
    if submission is None:
        return no_place(place)
    return as_pdf(submission, place.form)


def as_pdf(submission: Submission, form) -> HttpResponse:
    """The PDF as a download. Raises Http404 where the service gives none, or the answers were erased."""
    if copying.wanted(form) == "never" or not submission.answers:
        raise Http404
    response = HttpResponse(copying.paper(submission, form), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{submission.reference}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _just_sent(place) -> Submission | None:
    submission = Submission.objects.filter(journey=place.journey).first() if place.journey else None
    return None if submission is None or _late(submission) else submission


def _late(submission) -> bool:
    return timezone.now() - submission.submitted_at > SOON
