"""The code we sent to an e-mail address that was given on a page."""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borough.foundations import chosen_language
from borough.foundations.codes.typed import digits as read
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import confirming
from ..actions.confirming import confirm, is_sent, send_code
from ..questions.base import tidy
from .notices import no_place, sent_already
from .place import Place, with_place
from .where import Where

HOUR = 3600


@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def code(request, place: Place, name: str, key: int | None = None, inner: str = ""):
    """Give the code back, or ask for another."""
    where = Where.at(place, name, key, inner)
    if place.journey is None:
        return no_place(place)
    if place.journey.sent_at:
        return sent_already(place)
    place.told = place.check_page()
    email = _wanted(where)
    if not email:
        return HttpResponseRedirect(where.next(changing="change" in request.GET))
    typed, errors = tidy(request.POST.get("code", ""))[:60], {}
    if request.method == "POST":
        if "again" in request.POST:
            return _again(request, where, email)
        if not limits.hit(scope="confirm-code", who=str(place.journey.pk), most=30, seconds=HOUR):
            return too_many(request, seconds=HOUR)
        try:
            if confirm(journey=place.journey, email=email, digits=read(typed), by=place.by):
                return HttpResponseRedirect(request.get_full_path())  # which goes on, or to one more address
            errors["code"] = _("This code is not right, or it no longer works. Check it, or ask for a new one.")
        except ValueError as wrong:
            errors["code"] = str(wrong)
    return _show(request, where, email, typed, errors)


def after(request, where: Where) -> str:
    """The address of this step, where the answers just kept ask for it and a code is sent; "" where they do not."""
    email = _wanted(where) if where.page.confirms and where.place.counts else ""
    if not email:
        return ""
    if not is_sent(where.place.journey, email):
        _send(request, where, email)  # where there were too many, the page still offers to send one
    return where.address(where.page.name) + "/confirm" + ("?change" if "change" in request.GET else "")


def _wanted(where) -> str:
    place = where.place
    left = confirming.left(place.form, place.journey, place.answers, place.today, place.user)
    return left.get(where.path, "")


def _again(request, where, email):
    if not _send(request, where, email):
        return too_many(request, seconds=HOUR)
    return HttpResponseRedirect(request.get_full_path())


def _send(request, where, email) -> bool:
    """Whether it was sent. Limited by address and by mailbox: nobody's is to be filled from here."""
    for who, most in ((address(request), 20), (email.lower(), 10)):
        if not limits.hit(scope="confirm-email", who=who, most=most, seconds=HOUR):
            return False
    send_code(journey=where.place.journey, form=where.form, email=email, by=where.place.by)
    return True


def _show(request, where, email, typed, errors):
    change = where.address(where.page.name) + ("?change" if "change" in request.GET else "")
    context = {"form": where.form, "email": email, "typed": typed, "errors": errors, "change": change}
    context |= {"sent": is_sent(where.place.journey, email), "told": where.place.told}
    context["switch"] = chosen_language.switch(request, where.form)
    return render(request, "forms/confirm.html", context)
