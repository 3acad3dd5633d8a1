"""The ends of a journey: check answers, send, sent; and saving it for later."""

from html import escape
from itertools import groupby

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from markupsafe import Markup

from borough.foundations import chosen_language
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import actions, hooks, queries, rendering, retiring, summaries
from ..answers import rows
from ..definition.form import CHECK_ANSWERS, TASKS
from ..markdown import html as markdown
from ..measuring.asking import asking
from ..models import Journey
from ..questions.base import Invalid
from ..questions.contact import Email
from . import copies, paying
from .notices import link_too_old, no_place, no_such_link, notice, sent_already
from .parts import AGAIN, place_parts
from .place import Place, cookie_name, keep, with_place

SECTION = Markup('<h2 class="govuk-heading-m">{}</h2>')
TOLD = '<p class="govuk-body">{}</p>'


@require_safe
@with_place
def check(request, place: Place):
    """Check answers, each with a link that changes it and comes back here."""
    if place.journey is None:
        return no_place(place)
    if place.journey.sent_at:
        return HttpResponseRedirect(place.base + "sent")
    place.told = place.check_send()
    form, route, base = place.form, place.route, place.base
    if not route.complete:
        return HttpResponseRedirect(base + _left(place))
    back = TASKS if form.service.task_list else route.pages[-1].name
    answers = form.answered(place.answers, place.today)
    worked_out = {name: value.text(route.logic) for name, value in form.values.items()}
    own = place_parts(request, place, base + back)
    own["answers"] = "".join(
        (SECTION.format(section) if section else "") + summaries.html(list(its), base)
        for section, its in groupby(rows(form, answers | worked_out), lambda row: row["section"])
    )
    own |= {"base": base, "start": place.start}
    costs = paying.costs(place, answers)
    if not costs:
        return HttpResponse(rendering.framed(form, "forms/check.html", own, {}, each=()))
    shown = {"costs": costs, "helping": place.journey.helped_by_id is not None}
    if "changed" in request.GET:
        shown["errors"] = {"": _("What it costs has changed. Look at it before you send.")}
    return paying.may_lead_to_payment(HttpResponse(rendering.whole(form, "forms/check.html", own, shown)), costs)


def _left(place) -> str:
    """The page to go to, from the form's address, where not all is answered."""
    if place.form.service.task_list:
        return TASKS
    route = place.route
    return route.wanted.name if route.wanted else route.pages[-1].name if route.ended else CHECK_ANSWERS


@require_POST
@with_place
def send(request, place: Place):
    """Send. Asked twice, or from two tabs, it gives the one submission again."""
    if place.journey is None:
        return no_place(place)
    most, seconds = settings.SEND_LIMIT
    if not limits.hit(scope=f"send:{place.slug}", who=address(request), most=most, seconds=seconds):
        return too_many(request, seconds=seconds)
    if not place.journey.sent_at and not paying.agreed(request, place):
        return HttpResponseRedirect(f"{place.base}{CHECK_ANSWERS}?changed")
    try:
        submission = actions.submit(
            token_hash=place.journey.token_hash, by=place.by, user=place.user, language=place.form.language
        )
    except actions.Unfinished as unfinished:
        wanted = f"{unfinished.path}?change={AGAIN}" if unfinished.path else CHECK_ANSWERS
        return HttpResponseRedirect(place.base + wanted)
    except Journey.DoesNotExist:  # deleted this very moment, as too old
        return no_place(place)
    return paying.off(request, place, submission) or HttpResponseRedirect(place.base + "sent")


@require_safe
@with_place
def sent(request, place: Place):
    submission = queries.submission(place.journey) if place.journey else None
    if submission is None:
        return no_place(place)
    told = (
        _("We have sent you a text message to say so.")
        if submission.person and submission.person.channel == "text"
        else _("We have sent you an e-mail to say so.")
        if submission.email
        else ""
    )
    own = place_parts(request, place, "")
    own["reference"], own["told"] = escape(submission.reference), TOLD.format(told) if told else ""
    own["words"] = "".join(markdown(text) for text in hooks.afterwards(submission, place.form) if text)
    shown = copies.offered(place, submission) | asking(place.journey)
    if owed := paying.owed(submission, place.form):
        return HttpResponse(rendering.whole(place.form, "forms/sent.html", own, shown | owed))
    each = (shown["copy"], "scores" in shown)
    return HttpResponse(rendering.framed(place.form, "forms/sent.html", own, shown, each=each))


@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def save(request, place: Place):
    """Send a link that opens this form where it was left."""
    if place.journey is None:
        return no_place(place)
    if place.journey.sent_at:
        return sent_already(place)
    place.check_send()
    named = place.form.service.person.email
    typed = {"email": request.POST.get("email", place.answers.get(named) or "" if named else "")}
    errors = {}
    if request.method == "POST":
        try:
            email = Email(name="email", label=_("Your e-mail address")).clean({"email": typed["email"].strip()}, None)
        except Invalid as wrong:
            errors["email"] = wrong.message
        else:
            if not limits.hit(scope="save", who=address(request), most=20, seconds=3600):
                return too_many(request, seconds=3600)
            actions.way_back(
                journey=place.journey,
                form=place.form,
                email=email,
                address=request.build_absolute_uri("/")[:-1],
                by=place.by,
            )
            return notice(
                request,
                _("We have sent you the link"),
                _("Look for our e-mail. It may take a few minutes, and may be among unwanted mail."),
                _("You can close this page now, or go on."),
                button=_("Go on with the form"),
                href=place.base + "resume",
            )
    context = {"form": place.form, "typed": typed, "errors": errors, "days": actions.resumable(place.form).days}
    context["switch"] = chosen_language.switch(request, place.form)
    return render(request, "forms/save.html", context)


@require_safe
@with_place
def resume(request, place: Place):
    """Carry on where this browser stopped."""
    if place.journey is None:
        return no_place(place)
    if place.journey.sent_at:
        return HttpResponseRedirect(place.base + "sent")
    place.check_send()
    return HttpResponseRedirect(place.base + _left(place))


@require_POST
@with_place(pinned=False)
def renew(request, place: Place):
    """Go on with the live version, where the one begun on was retired."""
    if place.journey is None:
        return no_place(place)
    try:
        retiring.renew(journey=place.journey, by=place.by)
    except Journey.DoesNotExist:
        return sent_already(place)
    return HttpResponseRedirect(f"/apply/{place.slug}/resume")


@require_POST
@with_place(pinned=False)
def start_again(request, place: Place):
    """Forget this browser's place. The journey itself stays until it is due to be deleted."""
    response = HttpResponseRedirect(f"/services/{place.slug}/")
    response.delete_cookie(cookie_name(place.slug))
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@chosen_language.in_chosen
def come_back(request, token: str) -> HttpResponse:
    """The link from our e-mail. Redeemed by a POST, because mail scanners follow links."""
    if request.method != "POST":
        response = notice(
            request,
            _("Open your saved form"),
            _("Your answers are where you left them."),
            button=_("Open my form"),
            post=request.path,
        )
    else:
        try:
            found = actions.come_back(token=token, by=RESIDENT)
        except actions.TooOld as old:
            return link_too_old(request, old)
        if found is None:
            return no_such_link(request)
        journey, cookie = found
        response = keep(request, HttpResponseRedirect(f"/apply/{journey.slug}/resume"), journey.slug, cookie)
    response["Referrer-Policy"] = "strict-origin"  # no token; with no-referrer, browsers' "Origin: null" fails CSRF
    return response
