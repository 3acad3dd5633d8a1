"""What a back office gets: one submission as plain data, in one shape that does not change.

The shape is told field by field in docs/how-to/send-answers-on.md. New keys may be added; none is renamed or taken away
without another SHAPE.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from borough.foundations.authority.site import site
from borough.foundations.documents.models import Document

from .answers import called, files
from .definition.form import Form
from .models import DefinitionVersion

SHAPE = "borough.submission.v1"


@dataclass(frozen=True)
class Sent:
    """The facts of one submission. `version` is the hash of the definition's content; `files` documents by their id."""

    reference: str
    version: str
    channel: str
    started_at: datetime
    submitted_at: datetime
    answers: dict
    files: dict = field(default_factory=dict)


def exported(form: Form, sent: Sent, *, address: str) -> dict:
    """The submission as JSON. `address` is our own, for links. Pure: the same facts give the same data.

    A secret answer (a bank account) is as masked here as everywhere else.
    """
    return {
        "shape": SHAPE,
        "reference": sent.reference,
        "service": {"name": form.slug, "title": form.title, "version": sent.version},
        "channel": sent.channel,
        "started_at": _moment(sent.started_at),
        "submitted_at": _moment(sent.submitted_at),
        "answers": list(_answers(form, sent, address)),
    }


def _answers(form, sent, address):
    for page in form.pages.values():
        if page.group:
            yield from _group(page, sent, address)
        else:
            yield from _given(page, sent.answers, sent, address)
    for name, value in form.values.items():
        if name in sent.answers:
            yield _answer(value, value.label, sent.answers[name])


def _group(page, sent, address):
    """A repeated group is one answer: a list with the answers of each entry."""
    group = page.group
    if group.name not in sent.answers:
        return
    entries = group.entries(sent.answers).values()
    value = [[a for inner in group.flow.every for a in _given(inner, entry, sent, address)] for entry in entries]
    yield {"name": group.name, "label": page.heading, "type": "group", "value": value, "text": f"{len(value)}"}


def _given(page, answers, sent, address):
    for name, question in page.questions.items():
        if name in answers:
            found = _answer(question, called(question), answers[name])
            if question.type == "file":
                found["value"] = [_file(file, sent.files, address) for file in answers[name] or []]
            yield found


def _answer(question, label, value) -> dict:
    exported, text = question.export(value), question.display(value)
    return {"name": question.name, "label": label, "type": question.type, "value": exported, "text": text}


def _moment(at: datetime) -> str:
    """2026-11-25T20:22:36Z"""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _file(file, files, address) -> dict:
    """A link opens only for whoever may see the case. A file that was erased has neither link nor hash."""
    document = files.get(file["id"])
    return {
        "name": file["name"],
        "size": file["size"],
        "content_type": document.content_type if document else None,
        "sha256": document.sha256 if document else None,
        "link": f"{address}/documents/{document.pk}/" if document else None,
    }


def of(submission, form: Form) -> dict:
    """The same of a submission that is document."""
    ids = [file["id"] for file in files(submission.answers)]
    version = DefinitionVersion.objects.values_list("hash", flat=True).get(pk=submission.version_id)
    sent = Sent(
        reference=submission.reference,
        version=version,
        channel=submission.channel,
        started_at=submission.started_at,
        submitted_at=submission.submitted_at,
        answers=submission.answers,
        files={str(document.pk): document for document in Document.objects.filter(pk__in=ids)},
    )
    return exported(form, sent, address=site())


def text(data: dict) -> str:
    """Data as people read it: the same as leaves here, but for the white space."""
    return json.dumps(data, ensure_ascii=False, indent=2)
