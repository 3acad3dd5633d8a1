"""What a back office gets of a case's answers."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_safe

from borough.forms import exporting

from .. import actions, definitions
from . import doors, pages


@require_safe
def exported(request, reference):
    """The answers exactly as they leave, for whoever may see the case. It counts as looking at the case."""
    case = doors.case(request, reference)
    form = definitions.of_submission(case)
    if form is None:
        raise Http404
    actions.view(case=case, by=request.user)
    data = exporting.of(case.submission, form)
    context = {
        "exported": data,
        "title": form.title,
        "text": exporting.text(data),
        "back": (reverse("casework:case", args=[case.reference]), case.reference),
    }
    return pages.render(request, "forms/work/exported.html", context)
