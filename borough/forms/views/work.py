"""What officers see of the services their team looks after: which are live, and every message each can give."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import keepers, lists, mistakes, queries
from .notices import faults

FAULTS = {
    "missing": "Nothing answered",
    "invalid": "Not right",
    "too_long": "Too long",
    "too_short": "Too short",
    "too_small": "Too small",
    "too_big": "Too big or too many",
    "too_early": "Too early",
    "too_late": "Too late",
    "wrong_kind": "The wrong kind of file",
    "taken": "No longer free",
}


@require_safe
def services(request):
    """The services of one's own teams, and their drafts."""
    user = keepers.keeper(request)
    forms = [form for form in queries.services() if keepers.keeps(user, form)]
    drafts = [form for form in queries.drafts() if keepers.keeps(user, form)]
    context = {"forms": forms, "drafts": drafts, "drafted": {form.slug for form in drafts}}
    return render(request, "forms/work/services.html", context)


@require_safe
def errors(request, slug: str):
    """Every error message that the service can give, as the resident would read it; its draft's, where it has one."""
    keepers.keeper(request)
    try:
        form = queries.newest(slug)
    except queries.NoService:
        raise Http404(slug) from None
    except queries.Faulty as faulty:
        return faults(request, faulty)
    keepers.check(request, form)
    today = timezone.localdate()
    pages = [(page, list(_of_page(page, today))) for page in form.every if page.questions]
    return render(request, "forms/work/errors.html", {"form": form, "pages": pages, "faults": FAULTS})


def _of_page(page, today):
    """What its questions say, and where it is the list of a repeated group, what that says."""
    for question in page.questions.values():
        said = _said(question, today)
        if page.group:
            rows = {message: FAULTS[fault] for fault, message in lists.messages(page.group, today)}
            said["rows"] += [{"when": when, "message": message, "own": False} for message, when in rows.items()]
        yield said


def _said(question, today):
    said = mistakes.messages(question, today)
    own = set(question.errors.values())
    rows = [{"when": FAULTS[one.fault], "message": one.message, "own": one.message in own} for one in said]
    return {"question": question, "rows": rows, "unheard": mistakes.unheard(question, said)}
