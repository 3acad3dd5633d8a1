"""Queues, search, bulk assignment, and what is listed as a CSV."""

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.audit import actions as audit

from .. import actions, deadlines, definitions, queries, sheets
from ..filters import SORTS, Filters
from ..models import Case
from . import doors, pages

PER_PAGE = 50
MOST_AT_ONCE = 200
KEPT = "work_filters"
TITLES = {
    "mine": "My work",
    "cases": "My teams",
    "unassigned": "Unassigned",
    "late": "Late",
    "find": "Find a case",
}
EMPTY = {
    "mine": ("No case is yours now", "Take one from the unassigned cases: choose it, then yourself."),
    "cases": ("No open cases", "Each form that somebody sends to your team opens a case here."),
    "unassigned": ("Every case has somebody", "New cases wait here until somebody takes them."),
    "late": ("Nothing is late", "Cases past their deadline show here. Those that wait for the resident do not."),
    "find": ("Search your teams’ cases", "By reference, name, postcode, or any word of the answers and notes."),
}


@require_safe
@doors.officers_only
def queue(request, queue: str):
    """A list of cases. Filters stay, from visit to visit, until they are cleared."""
    filters = _filters(request, queue)
    if "clear" in request.GET:
        return redirect(f"casework:{queue}")
    user, today = request.user, timezone.localdate()
    asked = queue != "find" or filters.any
    cases = filters.apply(queries.queue(queue, user), today) if asked else Case.objects.none()
    page = Paginator(cases, PER_PAGE).get_page(request.GET.get("page"))
    teams = queries.teams(user)
    return pages.render(
        request,
        "casework/queue.html",
        {
            "queue": queue,
            "title": TITLES[queue],
            "nothing": NOTHING_FITS if filters.any else EMPTY[queue],
            "filters": filters,
            "page": page,
            "rows": [row(case, today) for case in page],
            "services": queries.states(user),
            "officers": queries.officers(teams),
            "sorts": SORTS,
            "priorities": Case.Priority.choices,
        },
        here=queue,
    )


NOTHING_FITS = ("No case fits", "Change the filters, or clear them.")


def row(case, today) -> dict:
    """A line of the list."""
    late = case.is_open and not case.paused_on and deadlines.is_late(case.due_on, today)
    return {
        "case": case,
        "service": definitions.title_in_list(case),
        "elsewhere": case.team.slug != definitions.team_in_list(case),
        "state": definitions.label_in_list(case),
        "late": late,
        "nearly": case.is_open and not case.paused_on and deadlines.is_nearly_late(case.due_on, today),
        "left": deadlines.in_words(case.due_on, today) if case.due_on and case.is_open and not case.paused_on else "",
    }


@require_safe
@doors.officers_only
@transaction.atomic
def csv(request, queue: str):
    """What is listed, all of its pages."""
    filters = Filters.read(request.GET)
    cases = filters.apply(queries.queue(queue, request.user), timezone.localdate())
    text = sheets.csv_of(cases)
    data = {"queue": queue, "filters": sorted(filters.kept()), "lines": text.count("\n") - 1}
    audit.record(action="cases.listed", kind="queue", id=queue, by=request.user, data=data)
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="cases-{queue}-{timezone.localdate()}.csv"'
    return response


@require_POST
@doors.officers_only
def assign(request):
    """Give the chosen cases to somebody."""
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/work/"):
        back = "/work/"
    chosen = request.POST.getlist("case")[:MOST_AT_ONCE]
    cases = list(queries.visible_to(request.user).filter(reference__in=[text.replace("\0", "") for text in chosen]))
    to = _to(request)
    if not cases:
        pages.not_done(request, "Choose one case or more from the list.")
    elif to is NOBODY_CHOSEN:
        pages.not_done(request, "Choose who takes the cases.")
    else:
        _say(request, actions.assign(cases=cases, to=to, by=request.user))
    return redirect(back)


NOBODY_CHOSEN = object()


def _to(request):
    """The officer chosen, None for nobody, NOBODY_CHOSEN where none was."""
    text = request.POST.get("to", "")
    if text == "nobody":
        return None
    if text == "me":
        return request.user
    here = queries.officers(queries.teams(request.user))
    return next((user for user in here if str(user.pk) == text), NOBODY_CHOSEN)


def _say(request, result) -> None:
    if result.given:
        count = len(result.given)
        names = {case.assignee.actor.name if case.assignee else "nobody" for case in result.given}
        pages.done(request, f"{count} case{'' if count == 1 else 's'} now with {' and '.join(sorted(names))}.")
    for reference, why in result.refused.items():
        pages.not_done(request, f"{reference} was not given: {why}")


def _filters(request, queue: str) -> Filters:
    """From the address, else as last chosen. Search words are for one visit only."""
    kept = request.session.get(KEPT, {})
    if "clear" in request.GET:
        new = {}
    elif request.GET.keys() - {"page"}:
        new = Filters.read(request.GET).kept()
    else:
        return Filters.read({k: v for k, v in kept.items() if k != "q"} if queue != "find" else {})
    if new != kept and queue != "find":
        request.session[KEPT] = new
    return Filters.read(new)
