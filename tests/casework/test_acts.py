"""Each act through its page: done, refused with what was typed kept, and hostile text."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from borough.casework import actions
from borough.casework.models import Case, Task
from borough.foundations.messages.models import Message

from . import world

HOSTILE = "Zürich \u202e<b>x</b> 👩‍👩‍👧 ((reason)) " + "y" * 9_900
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.fixture
def at(client, case, ann):
    """fn(act, *args, **data): POST to the act's page as Ann."""
    world.sign_in(client, ann)

    def post(act, *args, follow=False, **data):
        current = Case.objects.get(pk=case.pk).revision
        where = reverse(f"casework:{act}", args=[case.reference, *args])
        return client.post(where, {"revision": current} | data, follow=follow)

    return post


def test_a_note(at, case):
    assert at("note", text=HOSTILE).status_code == 302
    assert "<b>x</b>" in case.timeline.get(kind="note").text


def test_hostile_text_is_shown_as_text(at, case, client):
    at("note", text=HOSTILE)
    html = client.get(reverse("casework:case", args=[case.reference])).content.decode()
    assert "<b>x</b>" not in html
    assert "&lt;b&gt;x" in html


def test_a_note_too_long_is_kept_in_the_box(at, case):
    html = at("note", text="z" * 10_001).content.decode()
    assert "10,000 characters or fewer" in html
    assert "z" * 10_001 in html
    assert not case.timeline.filter(kind="note").exists()


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\u202e"])
def test_a_note_that_says_nothing(at, case, text):
    assert "Write the note" in at("note", text=text).content.decode()


def test_writing_to_them(at, case):
    at("ask", text="Can you come on Monday?")
    assert Message.objects.filter(about=case.about, body__contains="Can you come on Monday?").exists()


def test_writing_to_somebody_we_cannot_reach(client, form, ann):
    case = world.case(form, world.person(email="", phone="", address=""))
    world.sign_in(client, ann)
    response = client.post(reverse("casework:ask", args=[case.reference]), {"revision": case.revision, "text": "Hello"})
    assert "no e-mail, telephone number or address" in response.content.decode()
    assert "Hello" in response.content.decode()


def test_passing_it_on(at, case, bob):
    at("pass", to=str(bob.pk))
    case.refresh_from_db()
    assert case.assignee == bob
    assert "Choose one of the answers" in at("pass", to="99999").content.decode()


def test_transferring_takes_one_back_to_ones_work(at, case, zoe):
    response = at("transfer", team="housing", reason="A flat")
    assert response.url == reverse("casework:mine")


def test_priority(at, case):
    at("priority", priority="high")
    case.refresh_from_db()
    assert case.priority == "high"


def test_restricting_is_refused_to_officers(at, case):
    html = at("restrict", reason="A councillor").content.decode()
    assert "Only a manager" in html
    assert "A councillor" in html


def test_linking_and_merging(at, case, form, client):
    other = world.case(form)
    assert at("link", other=other.reference.lower(), kind="related").status_code == 302
    assert "found no case" in at("merge", other="HWS-222-222").content.decode()
    assert at("merge", other=other.reference.replace("-", " ")).status_code == 302
    case.refresh_from_db()
    assert case.merged_into == other
    html = client.get(reverse("casework:case", args=[case.reference])).content.decode()
    assert other.reference in html


def test_a_document(at, case, client):
    at("document", file=SimpleUploadedFile("lease.pdf", PDF, "application/pdf"))
    entry = case.timeline.get(kind="document")
    assert entry.text == "lease.pdf"
    download = reverse("documents:download", args=[entry.data["document"]])
    response = client.get(download)
    assert b"".join(response) == PDF
    response.close()


@pytest.mark.parametrize("file", [None, SimpleUploadedFile("x.pdf", b"MZ not a pdf"), SimpleUploadedFile("x.pdf", b"")])
def test_a_document_that_is_none(at, case, file):
    response = at("document", **({"file": file} if file else {}))
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()
    assert not case.timeline.filter(kind="document").exists()


def test_a_stranger_cannot_have_the_document(at, case, client, zoe):
    at("document", file=SimpleUploadedFile("lease.pdf", PDF, "application/pdf"))
    download = reverse("documents:download", args=[case.timeline.get(kind="document").data["document"]])
    world.sign_in(client, zoe)
    assert client.get(download).status_code == 404


def test_a_warning_and_its_end(at, case):
    day = timezone.localdate() + datetime.timedelta(days=30)
    at("warn", **{"text": "A dog", "review_on-day": day.day, "review_on-month": day.month, "review_on-year": day.year})
    note = case.person.warning_notes.get()
    assert at("end_warning", note.pk, reason="It moved").status_code == 302
    assert at("end_warning", note.pk, reason="It moved").status_code == 404
    assert (
        "must be"
        in at(
            "warn", **{"text": "A dog", "review_on-day": "31", "review_on-month": "2", "review_on-year": "2030"}
        ).content.decode()
    )


def test_reopening(at, case, bob):
    actions.move(case=case, move="refuse", by=bob, reason="No")
    assert at("reopen", reason="They appealed").status_code == 302
    case.refresh_from_db()
    assert case.is_open


class TestTasks:
    def test_done_and_taken_back(self, at, case):
        at("task", "identity", done="yes")
        at("task", "identity", done="yes")
        assert Task.objects.filter(case=case).count() == 1
        at("task", "identity", done="no")
        assert not Task.objects.filter(case=case).exists()
        assert case.timeline.filter(kind="task").count() == 2

    def test_only_those_the_case_needs(self, form, ann, client):
        case = world.case(form, kind="stall")
        world.sign_in(client, ann)
        where = reverse("casework:task", args=[case.reference, "premises"])
        assert "does not need that task" in client.post(where, {"done": "yes"}, follow=True).content.decode()
        html = client.get(reverse("casework:case", args=[case.reference])).content.decode()
        assert "Visit the premises" not in html


class TestMoves:
    def test_the_page_asks_what_the_move_takes(self, at, case, ann, bob, client):
        actions.move(case=case, move="check", by=ann)
        for task in ("identity", "premises"):
            at("task", task, done="yes")
        world.sign_in(client, bob)
        where = reverse("casework:move", args=[case.reference, "approve"])
        html = client.get(where).content.decode()
        assert "How much?" in html
        assert "You get [How much?]." in html
        wrong = at("move", "approve", amount="a lot").content.decode()
        assert "must be an amount of money" in wrong
        assert "a lot" in wrong
        assert at("move", "approve", amount="1,250").status_code == 302
        case.refresh_from_db()
        assert (case.state, case.fields["amount"]) == ("approved", 125000)

    def test_what_stands_in_the_way_is_said(self, at, case, client):
        at("move", "check")
        html = client.get(reverse("casework:move", args=[case.reference, "approve"])).content.decode()
        assert "Only an approver in this team" in html
        assert "First do: Check who they are" in html
        assert "Only an approver" in at("move", "approve", amount="1").content.decode()

    @pytest.mark.parametrize("move", ["withdraw", "answered", "fly", "check-"])
    def test_moves_that_are_not_an_officers(self, at, move):
        assert at("move", move).status_code == 404

    def test_a_form_that_lost_its_revision_is_stale(self, at, case):
        assert at("move", "check", revision="").status_code == 409
        assert at("move", "check", revision="x" * 50).status_code == 409


def test_failed_messages_are_seen_and_tried_again(client, case, ann, zoe):
    Message.objects.filter(about=case.about).update(status="failed", error="No such mailbox")
    message = Message.objects.get(about=case.about)
    world.sign_in(client, zoe)
    assert "No such mailbox" not in client.get(reverse("casework:messages")).content.decode()
    assert client.post(reverse("casework:retry", args=[message.pk])).status_code == 404
    world.sign_in(client, ann)
    assert "No such mailbox" in client.get(reverse("casework:messages")).content.decode()
    client.post(reverse("casework:retry", args=[message.pk]))
    message.refresh_from_db()
    assert message.status == "waiting"
