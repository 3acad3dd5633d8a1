"""Files on a page: added, listed and taken away, with or without JavaScript."""

from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from borough.foundations.documents import actions as documents
from borough.foundations.documents.refused import Refused
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import actions
from ..models import Journey
from ..questions.files import size
from .place import sent_already


def questions(page):
    return [question for question in page.questions.values() if question.type == "file"]


def take(request, where, typed: dict, errors: dict, do: str):
    """Keep what was sent; each question's whole list goes into `typed`. A response where the page is shown again.

    Files are kept at once, even where something else on the page is wrong: sending them twice costs people data.
    """
    for question in questions(where.page):
        sent = request.FILES.getlist(question.name)
        if sent and not limits.hit(scope="upload", who=address(request), most=100, seconds=3600):
            return too_many(request, seconds=3600)
        remove = do.removeprefix("remove ") if do.startswith("remove ") else ""
        try:
            typed[question.name] = _change(where, question, sent, remove, errors)
        except Journey.DoesNotExist:
            return sent_already(where.place)
        if do == "upload" and not sent:
            errors.setdefault(question.name, _("Choose a file first"))
        if (do == "upload" and not errors) or remove:
            return HttpResponseRedirect(request.get_full_path())
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
            fault = "too_big" if file.size > question.max_bytes else "wrong_kind"
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
        about=f"journey:{place.journey.pk}",
        by=place.by,
    )
    return {"id": str(kept.pk), "name": kept.name, "size": kept.size}


def listed(page, answers) -> list[dict]:
    return [file | {"said": size(file["size"])} for q in questions(page) for file in answers.get(q.name) or []]
