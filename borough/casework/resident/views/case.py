"""One case, as the resident sees it: where it is, what we need, and what was said."""

from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from borough.forms import copying
from borough.foundations.documents import kinds
from borough.foundations.pay import links

from ... import actions, answers, definitions, owing, policy
from ...actions.talking import KINDS
from .. import door, standing, story
from . import pages


@require_safe
@door.theirs
def show(request, case):
    if request.path != f"/your-applications/{case.reference}/":
        return redirect("resident:case", case.reference)
    return page(request, case)


def page(request, case, *, typed=None, errors=None):
    """The page, with what was typed and what is wrong with it where a message could not be taken."""
    by = door.actor(request, case)
    if by.actor.kind == "partner":
        actions.view(case=case, by=by)
    found = story.lines(case)
    now = standing.of(case, story.last_entered(found))
    return pages.render(
        request,
        "casework/resident/case.html",
        {
            "case": case,
            "form": definitions.newest(case),
            "now": now,
            "order": owing.order(case),
            "pay": links.path(now.owes) if now.owes else "",
            "steps": story.steps(case, found, now),
            "said_both_ways": story.messages(case, found, partner=by.actor.kind == "partner"),
            "documents": story.files(case),
            "answers": answers.rows(case),
            "paper": case.submission_id and copying.wanted(definitions.of_submission(case)) != "never",
            "moves": policy.plan(case).moves("resident"),
            "partner": by.actor.kind == "partner",
            "other": case.merged_into
            if case.merged_into_id and door.find(request, case.merged_into.reference)
            else None,
            "by_code": case.pk in door.opened(request),
            "typed": typed or {},
            "errors": errors or {},
            "kinds": kinds.words(KINDS),
            "extensions": ",".join(kinds.extensions(KINDS)),
        },
    )
