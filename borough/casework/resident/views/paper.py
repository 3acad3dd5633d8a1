"""The answers on paper, for whoever's case it is."""

from django.http import Http404
from django.views.decorators.http import require_safe

from borough.forms.views.copies import as_pdf
from borough.foundations.limits.decorators import limited

from ... import actions, definitions
from .. import door


@require_safe
@limited("paper", most=60, seconds=600, methods=("GET",))
@door.theirs
def answers(request, case):
    form = definitions.of_submission(case)
    if form is None:
        raise Http404
    by = door.actor(request, case)
    if by.actor.kind == "partner":
        actions.view(case=case, by=by)
    return as_pdf(case.submission, form)
