"""Files on a page: added, listed and taken away, with or without JavaScript."""

import uuid

from django.http import HttpResponseRedirect

from borough.foundations.documents import actions as documents
from borough.foundations.documents.models import Document
from borough.foundations.documents.refused import Refused
from borough.foundations.limits import actions as limits
from borough.foundations.limits.addresses import address
from borough.foundations.limits.pages import too_many

from .. import actions
from ..questions.files import size


def questions(page):
    return [question for question in page.questions.values() if question.type == "file"]


def take(request, place, page, typed: dict, errors: dict, do: str):
    """Keep what was sent; each question's whole list goes into `typed`. A response where the page is shown again."""
    for question in questions(page):
        kept = list(place.answers.get(question.name) or [])
        sent = request.FILES.getlist(question.name)
        if sent and not limits.hit(scope="upload", who=address(request), most=100, seconds=3600):
            return too_many(request, seconds=3600)
        if do.startswith("remove "):
            kept = _without(kept, do.removeprefix("remove "), place)
        for file in sent:
            if len(kept) >= question.most:
                errors[question.name] = f"You can send {question.most} file{'s' if question.most > 1 else ''} at most"
                break
            try:
                kept.append(_keep(file, question, place))
            except Refused as refused:
                errors[question.name] = question.errors.get("wrong_kind") or str(refused)
        typed[question.name] = kept
        if kept != (place.answers.get(question.name) or []):
            _remember(place, question, kept)
        if do == "upload" and not sent:
            errors.setdefault(question.name, "Choose a file first")
        if (do == "upload" and not errors) or do.startswith("remove "):
            return place.keep(HttpResponseRedirect(request.get_full_path()))
    return None


def _keep(file, question, place) -> dict:
    if place.journey is None:
        place.begin({})
    kept = documents.keep(
        file=file,
        allowed=set(question.kinds),
        max_bytes=question.max_mb * 1_000_000,
        about=f"journey:{place.journey.pk}",
        by=place.by,
    )
    return {"id": str(kept.pk), "name": kept.name, "size": kept.size}


def _without(kept, id, place):
    for file in kept:
        if file["id"] == id:
            document = Document.objects.filter(pk=uuid.UUID(id), about=f"journey:{place.journey.pk}").first()
            if document:
                documents.discard(document=document, by=place.by)
    return [file for file in kept if file["id"] != id]


def _remember(place, question, kept):
    """Files are kept at once, even where something else on the page is wrong: sending them twice costs people data."""
    actions.save_page(journey=place.journey, answers={question.name: kept or None})
    place.answers = place.answers | {question.name: kept or None}


def listed(page, answers) -> list[dict]:
    return [file | {"said": size(file["size"])} for q in questions(page) for file in answers.get(q.name) or []]
