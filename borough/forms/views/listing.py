"""The list page of a repeated group: what was entered so far, and whether there is another to add."""

from http import HTTPStatus

from django.http import Http404, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from markupsafe import Markup

from .. import actions, lists, reading
from ..answers import nth, page_rows
from ..drawing.parts import govuk
from .notices import no_place, notice, sent_already
from .place import Place, with_place
from .where import Where

LIST = "entries"  # the id of the list


def straight_to(where: Where) -> str | None:
    """Where nothing was entered yet and something must be: the address of the first entry's first page."""
    group, answers = where.page.group, where.place.answers
    needed = group.wanted(where.route.logic) if group.times else group.least
    if not needed or group.entries(answers):
        return None
    return _entry(where, _new_key(where), group.flow.first.name)


def answer(request, where: Where, show):
    """On to a new entry, or to what comes after the list once it is whole."""
    page, group, hidden = where.page, where.page.group, where.hidden
    typed = reading.read(page, request.POST)
    answers, errors = reading.clean(page, typed, where.today, where.answers, hidden)
    if answers[group.more.name] == "yes" and not hidden:
        return HttpResponseRedirect(_entry(where, _new_key(where), group.flow.first.name))
    if not errors and (wrong := lists.unfinished(group, where.place.answers, where.today, where.route.logic)):
        errors = {LIST: wrong}
    if errors:
        return show(request, where, typed, errors)
    if where.place.journey is None:
        where.begin(answers)
    elif not where.save(answers):
        return sent_already(where.place)
    return HttpResponseRedirect(where.next(changing="change" in request.GET))


def _new_key(where) -> str:
    group, place = where.page.group, where.place
    if group.times:
        return "1"
    began = place.journey.started_at if place.journey else timezone.now()
    return group.next_key(place.answers, int((timezone.now() - began).total_seconds() * 1000))


def _entry(where, key, name):
    return f"{where.place.base}{where.page.name}/{key}/{name}"


# --- the list
def html(where: Where) -> Markup:
    """The entries so far, each with ways to change and remove it."""
    group, place = where.page.group, where.place
    logic = where.route.logic
    rows = []
    for at, (key, entry) in enumerate(group.counted(place.answers, logic).items(), 1):
        route = group.route(entry, where.today, logic)
        rows.append(_row(where, group, at, key, _said(group, entry), route))
    if not rows:
        return Markup('<p class="govuk-body" id="entries">{}</p>').format(_("None added yet."))
    drawn = govuk("summary-list", "govukSummaryList", {"rows": rows})
    return Markup('<div id="entries" tabindex="-1">{}</div>').format(drawn)


def _row(where, group, at, key, said, route):
    name = nth(group, at)
    first = route.pages[0].name if route.complete else route.wanted.name if route.wanted else route.pages[-1].name
    verb = _("Change") if route.complete else _("Finish") if said else _("Start")
    links = [{"href": _entry(where, key, first), "text": verb, "visuallyHiddenText": name}]
    if not group.times:
        links.append({"href": _entry(where, key, "remove"), "text": _("Remove"), "visuallyHiddenText": name})
    text = said if route.complete else _("{entry} (not finished)").format(entry=said) if said else _("Not started")
    return {"key": {"text": name}, "value": {"text": text}, "actions": {"items": links}}


def _said(group, entry) -> str:
    """The first thing told of it, to know it by."""
    rows = (row for page in group.flow.every for row in page_rows(page, entry))
    return next((row["text"].split("\n")[0] for row in rows if row["text"]), "")[:100]


@require_http_methods(["GET", "HEAD", "POST"])
@with_place
def remove(request, place: Place, name: str, key: int):
    """Ask whether to take an entry away, and take it away."""
    page = place.form.pages.get(name)
    if page is None or page.group is None:
        raise Http404(name)
    if place.journey is None:
        return no_place(place)
    if place.journey.sent_at:
        return sent_already(place)
    group, there = page.group, place.base + name
    keys = list(group.entries(place.answers))
    if str(key) not in keys:
        return HttpResponseRedirect(there)
    if request.method == "POST":
        actions.remove_entry(journey=place.journey, group=group.name, key=str(key), by=place.by)
        return HttpResponseRedirect(there)
    which = nth(group, keys.index(str(key)) + 1)
    return notice(
        request,
        _("Do you want to remove {row}?").format(row=which[0].lower() + which[1:]),
        _said(group, group.entries(place.answers)[str(key)]),
        _("What you told us about it will be gone."),
        button=_("Yes, remove it"),
        post=request.path,
        href=there,
        instead=_("No, keep it"),
        status=HTTPStatus.OK,
    )
