"""Somebody who walks a form by itself, over the real views, and says where it goes wrong."""

import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from borough.foundations.pay.providers import nobody

from .. import hooks
from ..definition.form import CHECK_ANSWERS, Form
from ..models import Submission
from .applying import applying
from .routes import Walk, plan

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def walk_form(form: Form) -> tuple[int, list[str]]:
    """(ways walked, what went wrong). Each way is a new visitor, from the first page to a submitted case or an end."""
    walks, missed = plan(form, timezone.localdate())
    problems = [f"no answers we could think of lead from “{page}” to “{go}”" for page, go in sorted(missed)]
    if not walks:
        problems.append("no way leads through this form")
    for walk in walks:
        fault = take(form, walk)
        if fault:
            problems.append(fault)
    return len(walks), problems


@nobody()  # nothing is opened at a provider of payments
def take(form: Form, walk: Walk) -> str | None:
    """Take one way. The fault found, or None."""
    client = applying(form)
    expected = [name for name, _ in walk.steps[1:]] + ([CHECK_ANSWERS] if walk.sends else [])
    for (name, typed), wanted in zip(walk.steps, [*expected, None], strict=False):
        address = f"/apply/{form.slug}/{name}"
        page = client.get(address)
        if page.status_code != 200:
            return f"“{name}” answered {page.status_code} where it should be shown"
        if typed is None:
            return None
        response = client.post(address, _post(form, name, dict(typed)))
        if response.status_code != 302:
            return f"“{name}” did not take {_shown(typed)}: {_why(response)}"
        if wanted and not response["Location"].endswith(f"/{wanted}"):
            return f"“{name}” led to {response['Location']} and not to “{wanted}” after {_shown(typed)}"
    return _send(client, form)


def _send(client, form) -> str | None:
    check = client.get(f"/apply/{form.slug}/{CHECK_ANSWERS}")
    if check.status_code != 200:
        return f"check answers answered {check.status_code}"
    client.post(f"/apply/{form.slug}/send")
    sent = client.get(f"/apply/{form.slug}/sent")
    submission = Submission.objects.filter(slug=form.slug).order_by("-pk").first()
    if sent.status_code != 200 or submission is None or submission.reference not in sent.content.decode():
        return "the form was not sent"
    return next((fault for fault in hooks.walked(submission) if fault), None)


def _post(form, name, typed):
    """What to post: lists as lists, and a real small file where a sample stands."""
    data = {}
    for field, value in typed.items():
        question = form.pages[name].questions.get(field)
        if question is not None and question.type == "file":
            if value:
                data[field] = sample_file(question)
        elif isinstance(value, tuple):
            data[field] = list(value)
        else:
            data[field] = value
    return data


def sample_file(question):
    """A small valid file of a kind the question takes."""
    if "pdf" in question.kinds:
        return SimpleUploadedFile("example.pdf", PDF + uuid.uuid4().bytes.hex().encode(), "application/pdf")
    if "image" in question.kinds:
        from io import BytesIO

        from PIL import Image

        kept = BytesIO()
        Image.new("RGB", (4, 4)).save(kept, "PNG")
        return SimpleUploadedFile("example.png", kept.getvalue(), "image/png")
    from borough.foundations.documents.samples import office

    return office(question.kinds[0])


def _shown(typed):
    return ", ".join(f"{field}={value!r}" for field, value in typed) or "nothing"


def _why(response):
    import re

    found = re.search(r"govuk-error-summary__list.*?</ul>", response.content.decode(errors="replace"), re.S)
    words = re.sub(r"<[^>]+>|\s+", " ", found[0]) if found else ""
    return " ".join(words.split()).removeprefix('govuk-error-summary__list">') or f"status {response.status_code}"
