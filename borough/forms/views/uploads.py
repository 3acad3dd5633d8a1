"""Files on a page: added, listed and taken away, with or without JavaScript."""

from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borough.foundations.documents import actions as documents
from borough.foundations.documents import queries as found
from borough.foundations.documents.refused import Refused
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import actions
from ..models import Journey
from ..questions.files import size
from .notices import sent_already


def questions(page):
    return [question for question in page.questions.values() if question.type == "file"]


def asked(page, do: str) -> bool:
    """Whether the button pressed belongs to a file question of the page, and not to the page."""
    verb, _, rest = do.partition(" ")
    return verb in ("upload", "remove") and any(rest.split(" ")[0] == question.name for question in questions(page))


def take(request, where, typed: dict, errors: dict, do: str):
    """Keep what was sent; each question's whole list goes into `typed`, and what is wrong with it into `errors`.

    Files are kept at once, even where something else on the page is wrong: sending them twice costs people data.
    A response where no page with all that was typed need be shown.
    """
    page = where.page
    if any(map(request.FILES.getlist, (q.name for q in questions(page)))) and not limits.hit(
        scope="upload", who=address(request), most=100, seconds=3600
    ):
        return too_many(request, seconds=3600)
    for question in questions(page):
        sent = request.FILES.getlist(question.name)
        remove = do.removeprefix(f"remove {question.name} ") if do.startswith(f"remove {question.name} ") else ""
        try:
            typed[question.name] = _change(where, question, sent, remove, errors)
        except Journey.DoesNotExist:
            return sent_already(where.place)
        if do == f"upload {question.name}" and not sent:
            errors.setdefault(question.name, _("Choose a file first"))
    if asked(page, do) and not errors and len(page.names) == 1:
        return HttpResponseRedirect(request.get_full_path())  # nothing else was typed, and a reload sends nothing again
    return None


def _change(where, question, sent, remove, errors) -> list[dict]:
    place = where.place
    here = list(where.answers.get(question.name) or [])
    added = []
    for file in sent:
        if len(here) + len(added) >= question.most:
            errors[question.name] = _at_most(question.most)
            break
        try:
            added.append(_keep(file, question, where))
        except Refused as refused:
            fault = question.refused(file.size)
            errors[question.name] = question.errors.get(fault) or str(refused)
    if added or remove in {file["id"] for file in here}:
        here = actions.change_files(
            journey=place.journey, question=question.name, add=added, remove=remove, within=where.within, by=place.by
        )
        place.answers = place.journey.answers
    return here


def _at_most(count: int) -> str:
    return ngettext("You can send {count} file at most", "You can send {count} files at most", count).format(
        count=count
    )


def _keep(file, question, where) -> dict:
    place = where.place
    if place.journey is None:
        where.begin({})
    kept = documents.keep(
        file=file,
        allowed=set(question.kinds),
        max_bytes=question.max_bytes,
        about=place.journey.about,
        by=place.by,
    )
    return {"id": str(kept.pk), "name": kept.name, "size": kept.size}


def kept_apart(page) -> set[str]:
    """The questions whose answers are kept by themselves, file by file, even beneath an option not chosen now."""
    return {question.name for question in questions(page)}


def kept(page, answers) -> dict:
    """The page's files: question → its list, where there are any."""
    return {question.name: answers[question.name] for question in questions(page) if answers.get(question.name)}


def listed(page, answers) -> dict[str, list[dict]]:
    """The same, with what is said of each."""
    here = kept(page, answers)
    bad = found.infected([file["id"] for files in here.values() for file in files])
    return {name: [file | {"said": _said(file, bad)} for file in files] for name, files in here.items()}


def _said(file, bad) -> str:
    return _("We found a virus in this file, so we removed it") if file["id"] in bad else size(file["size"])
