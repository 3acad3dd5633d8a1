"""The resident writes to us, with documents or without."""

from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from borough.forms.questions.base import tidy
from borough.foundations.documents.refused import Refused as FileRefused
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from ... import actions
from ...refusals import Refused
from .. import door
from .case import page

LONGEST = 5000  # characters
MOST_FILES = 5
HOUR = 3600


@require_http_methods(["GET", "POST"])
@door.theirs
def write(request, case):
    if request.method == "GET":
        return redirect("resident:case", case.reference)
    text, files = tidy(request.POST.get("text", "")), request.FILES.getlist("files")
    errors = _faults(case, text, files)
    if errors:
        return page(request, case, typed={"text": text}, errors=errors)
    if not _seldom(request, case, files):
        return too_many(request, seconds=HOUR)
    try:
        actions.message_in(case=case, text=text, files=files, by=door.actor(request, case))
    except FileRefused as refused:
        again = " Then choose your files again." if len(files) > 1 else ""
        return page(request, case, typed={"text": text}, errors={"files": f"{refused}.{again}"})
    except Refused:  # an officer closed it a moment ago
        case.refresh_from_db()
        return page(request, case, typed={"text": text}, errors={"": _closed(case)})
    return redirect(f"/your-applications/{case.reference}/?said=message")


def _faults(case, text, files) -> dict:
    if not case.is_open:
        return {"": _closed(case)}
    if not text and not files:
        return {"text": "Write a message, or choose a document"}
    if len(text) > LONGEST:
        return {"text": f"Your message has {len(text):,} characters. Make it {LONGEST:,} or fewer"}
    if len(files) > MOST_FILES:
        return {"files": f"You chose {len(files)} files. Choose {MOST_FILES} at most, and send the others after"}
    return {}


def _closed(case) -> str:
    return "This is finished, so we cannot take messages about it here. Ring us instead."


def _seldom(request, case, files) -> bool:
    if files and not limits.hit(scope="upload", who=address(request), most=100, seconds=HOUR):
        return False
    return limits.hit(scope="resident-message", who=case.reference, most=30, seconds=HOUR)
