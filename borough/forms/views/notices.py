"""Pages that say one thing: what happened, what is kept, and what to do next. Each has a name of its own."""

from http import HTTPStatus

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from borough.design.filters import day
from borough.design.languages import lasting

from .. import actions, closing, who
from ..markdown import html as markdown


def faults(request, faulty):
    return render(request, "forms/faults.html", {"faults": faulty.faults, "slug": faulty.slug}, status=500)


def notice(request, title, *lines, button="", href="", post="", instead="", status=HTTPStatus.OK):
    """A page that says one thing and what to do about it: press the button or, `instead`, go to `href`."""
    context = {"title": title, "lines": lines, "button": button, "href": href, "post": post, "instead": instead}
    return render(request, "forms/notice.html", context, status=status)


def not_open(request, closed: closing.NotOpen):
    """When it opens or closed, why, and what to do."""
    context = {"form": closed.form, "begun": closed.begun} | when(closed.form, closed.times)
    early = context["state"] == closing.EARLY
    context["title"] = _("This form is not open yet") if early else _("This form has closed")
    status = HTTPStatus.FORBIDDEN if early else HTTPStatus.GONE
    return render(request, "forms/closed.html", context, status=status)


def when(form, times: closing.Times | None) -> dict:
    """What a page says of when a service is open: {state, opens, until, closed, reason}. {} for one that always is."""
    if times is None:
        return {}
    state, words = times.state(timezone.now()), form.service.closed
    reason = {closing.EARLY: words.before, closing.LATE: words.reason}.get(state, "")
    said = {"opens": closing.said(times.opens), "until": closing.until(times.closes)}
    return said | {"closed": closing.last_day(times.closes), "state": state, "reason": markdown(reason)}


def not_for_you(request, refused: who.NotForYou):
    """Who may apply instead, and what this person can do."""
    form, lines = refused.form, [_("This form is for %(only)s.") % {"only": who.words(refused.form)}]
    button, href = _("See our services"), "/services/"
    if refused.role == "partner":
        lines.append(_("To apply for yourself, sign out first."))
    elif refused.role == "resident" and "partner" in form.service.who:
        lines.append(_("If you work for one of our partners, sign in."))
        button, href = _("Sign in"), f"/sign-in/?next=/services/{form.slug}/"
    if refused.role == "resident" and form.service.contact.phone:
        lines.append(_("To apply for yourself, ring us on %(phone)s.") % {"phone": form.service.contact.phone})
    title = _("You cannot fill in this form: {title}").format(title=form.title)
    return notice(request, title, *lines, button=button, href=href, status=HTTPStatus.FORBIDDEN)


def not_this_version(place):
    """What to do with a form begun on a version that nobody may go on with: the answers are kept."""
    return notice(
        place.request,
        _("This form has changed since you began"),
        _("We have kept your answers."),
        _("Where the new form asks the same question, your answer is there already. You can check it before you send."),
        button=_("Go on with the new form"),
        post=place.base + "renew",
        status=HTTPStatus.GONE,
    )


def sent_already(place):
    return notice(
        place.request,
        _("You have already sent this form"),
        _("We have your answers, so they cannot be changed here."),
        _("If something was wrong, or you want to tell us more, open it in your applications."),
        button=_("Your applications"),
        href="/your-applications/",
        status=HTTPStatus.GONE,
    )


def no_place(place):
    """The browser shows no sign of a form begun. An officer's preview has none, once it is a day old."""
    if not place.counts:
        lines = ["A newer draft may have taken its place, or it is more than a day old."]
    else:
        kept = lasting(place.form.service.retention.unfinished)
        lines = [
            _("Your browser did not tell us which form is yours.")
            + " "
            + _("It may have been closed since, or it may not keep cookies."),
            _("If you began before, we keep your answers for {time} after your last change.").format(time=kept),
            _(
                "If you saved the form, use the link in our e-mail. If you were signed in, you find it in your "
                "applications. Otherwise start again."
            ),
        ]
    return notice(
        place.request,
        _("We cannot find your place in this form"),
        *lines,
        button=_("Start again"),
        href=place.start,
        status=HTTPStatus.GONE,
    )


def no_such_link(request):
    return notice(
        request,
        _("This link no longer works"),
        _("Part of it may be missing, we may have sent you a newer one, or the form was sent."),
        _("Try the whole link from our e-mail again. If it still does not work, start again or ring us."),
        button=_("See our services"),
        href="/services/",
        status=HTTPStatus.GONE,
    )


def link_too_old(request, old: actions.TooOld):
    """Until when it worked, and until when what was typed is kept all the same."""
    return notice(
        request,
        _("This link is too old"),
        _("It worked until {until}. We still have your answers, and keep them until {kept}.").format(
            until=day(old.until), kept=day(old.kept)
        ),
        _(
            "Open the form in the browser where you filled it in. If you were signed in then, you find it in your "
            "applications."
        ),
        _("If neither works, ring us or start again."),
        button=_("Go to the form"),
        href=f"/services/{old.slug}/",
        status=HTTPStatus.GONE,
    )
