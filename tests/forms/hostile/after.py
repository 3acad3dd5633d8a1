"""What becomes of hostile answers once they are sent: every page, paper, file and message they come to stand in."""

import csv
import json
import re
from email import message_from_bytes, policy
from io import StringIO

from django.urls import reverse

from borough.casework.models import Case
from borough.forms import exporting, holding, queries
from borough.forms.answers import files
from borough.forms.models import Submission
from borough.foundations import sheets
from borough.foundations.authority.site import site
from borough.foundations.messages import html
from borough.foundations.messages.channels import smtp
from borough.foundations.messages.models import Message
from borough.foundations.people.models import User
from tests import people

from .looking import RUNS, read

RESIDENT = ("resident:mine", "resident:case", "resident:paper")
CASE = (
    "case",
    "answers",
    "note",
    "ask",
    "pass",
    "transfer",
    "priority",
    "restrict",
    "document",
    "link",
    "merge",
    "warn",
)
QUEUES = ("mine", "cases", "unassigned", "late", "messages", "deliveries")


def everywhere(client, submission: Submission) -> None:
    """Look at all of it. `client` is the browser that sent the form."""
    form = queries.version(submission.version_id)
    _applicant(client, submission)
    _officer(submission, form)
    exported = exporting.of(submission, form)
    assert json.loads(exporting.text(exported)) == json.loads(json.dumps(exported))
    exporting.text(exported).encode()
    if submission.person:
        json.dumps(holding.export(submission.person), default=str).encode()
    for message in Message.objects.all():
        _message(message)


def _applicant(client, submission):
    base = f"/apply/{submission.slug}/"
    page = read(client.get(f"{base}sent"))
    assert submission.reference in page
    client.post(f"{base}copy")
    _paper(client.get(f"{base}answers.pdf"))
    client.post(f"{base}opinion", {"how": "\0", "satisfied": "9" * 500, "words": "<script>hostile(1)</script>"})
    if not submission.email:
        return
    user, _ = User.objects.get_or_create(email=submission.email, defaults={"name": submission.person.name})
    signed_in = people.signed_in(user, factor=None)
    read(signed_in.get(reverse("resident:mine")))
    read(signed_in.get(reverse("resident:case", args=[submission.reference])))
    _paper(signed_in.get(reverse("resident:paper", args=[submission.reference])))


def _officer(submission, form):
    case = Case.objects.get(reference=submission.reference)
    client = people.signed_in(people.officer(case.team.slug, role="manager"))
    for name in CASE:
        read(client.get(reverse(f"casework:{name}", args=[case.reference])))
    for name in QUEUES:
        read(client.get(reverse(f"casework:{name}")))
    read(client.get(reverse("casework:find"), {"q": "<script>hostile(1)</script>"}))
    for row in csv.reader(StringIO(client.get(reverse("casework:cases_csv")).content.decode())):
        assert all(sheets.safe(cell) == cell for cell in row)
    for file in files(submission.answers):
        response = client.get(reverse("documents:download", args=[file["id"]]))
        assert response.status_code == 200
        assert response["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response["Content-Security-Policy"]
        b"".join(response.streaming_content)
    for question in form.questions.values():
        if question.secret and submission.answers.get(question.name):
            read(client.post(reverse("casework:bank", args=[case.reference, question.name])))


def _paper(response):
    assert response.status_code in (200, 404)
    assert response.status_code == 404 or response.content.startswith(b"%PDF-")


def _message(message):
    """An e-mail has the headers that we gave it and no others, and leads nowhere but to us."""
    page = html.page(message)
    assert not RUNS.search(page), RUNS.search(page)
    for link in re.findall(r'href="([^"]*)"', page):
        assert link.startswith((f"{site()}/", "http://testserver/resume/")), (link, message.body)
    if message.channel == "email":
        sent = message_from_bytes(smtp.compose(message).message().as_bytes(), policy=policy.default)
        assert set(sent.keys()) <= HEADERS, sent.keys()
        assert len(sent["To"].addresses) == 1, message.to


HEADERS = {
    "Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted",
}  # fmt: skip
