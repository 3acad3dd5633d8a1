"""The resident's own steps, such as withdrawing: each is confirmed first."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from borough.forms.questions.base import tidy

from ... import actions, definitions, policy
from ...refusals import Refused
from .. import door
from . import pages

LONGEST = 1000  # characters of a reason


@require_http_methods(["GET", "POST"])
@door.theirs
def move(request, case, name):
    """Ask if they are sure, then do it. `state` is where the case was when they were asked."""
    workflow = definitions.workflow(case)
    if name not in workflow.moves or workflow.moves[name].by != "resident":
        raise Http404
    here = f"/your-applications/{case.reference}/"
    step = policy.plan(case).moves("resident").get(name)
    if step is None or (request.method == "POST" and request.POST.get("state") != case.state):
        return redirect(f"{here}?said=changed")
    reason, errors = tidy(request.POST.get("reason", "")), {}
    if request.method == "POST":
        errors = _faults(step, reason)
        if not errors:
            try:
                actions.move(case=case, move=name, by=door.actor(request, case), reason=reason)
            except Refused:  # an officer moved it a moment ago
                return redirect(f"{here}?said=changed")
            return redirect(f"{here}?said=moved")
    context = {
        "case": case,
        "step": step,
        "form": definitions.newest(case),
        "ends": workflow.states[step.to].ends,
        "reason": reason,
        "errors": errors,
    }
    return pages.render(request, "casework/resident/move.html", context)


def _faults(step, reason) -> dict:
    if step.reason == "required" and not reason:
        return {"reason": "Tell us why"}
    if len(reason) > LONGEST:
        return {"reason": f"Your reason has {len(reason):,} characters. Make it {LONGEST:,} or fewer"}
    return {}
