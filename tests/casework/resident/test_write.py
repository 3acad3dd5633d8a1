"""The resident writes to us, with documents or without."""

import datetime

import pytest
from django.utils import timezone

from borough.casework import deadlines
from borough.casework.models import Case
from borough.foundations.documents.models import Document
from tests.foundations.documents import files


@pytest.fixture
def write(sams, here):
    return lambda text="", *sent: sams.post(f"{here}write/", {"text": text, "files": list(sent)})


def test_a_message_is_kept_and_said(write, sams, case, here):
    answer = write("My shop is on the corner")
    assert answer["Location"] == f"{here}?said=message"
    page = sams.get(answer["Location"]).content.decode()
    assert "We have your message" in page
    assert "My shop is on the corner" in page
    case.refresh_from_db()
    assert case.answered_at


def test_an_answer_starts_the_clock_again(write, waiting, case):
    Case.objects.filter(pk=case.pk).update(paused_on=timezone.localdate() - datetime.timedelta(days=14))
    due, paused = waiting.due_on, timezone.localdate() - datetime.timedelta(days=14)
    write("Here is the lease")
    case.refresh_from_db()
    assert (case.state, case.paused_on) == ("checks", None)
    assert case.due_on == deadlines.resumed(due, paused, timezone.localdate())


def test_documents_are_kept_and_can_be_had_back(write, sams, stranger, anonymous, case, here):
    write("", files.sent("lease.pdf", files.PDF), files.sent("shop.png", files.picture("PNG")))
    kept = Document.objects.filter(about=case.about)
    assert {document.name for document in kept} == {"lease.pdf", "shop.png"}
    page = sams.get(here).content.decode()
    for document in kept:
        there = f"/documents/{document.pk}/"
        assert there in page
        assert [client.get(there).status_code for client in (stranger, anonymous)] == [404, 404]
        assert len(b"".join(sams.get(there).streaming_content)) == document.size


def test_an_officers_own_papers_are_not_theirs(sams, case, here, ann):
    from borough.casework import actions

    actions.add_document(case=case, file=files.sent("report.pdf", files.PDF), by=ann)
    document = Document.objects.get(about=case.about)
    assert "report.pdf" not in sams.get(here).content.decode()
    assert sams.get(f"/documents/{document.pk}/").status_code == 404


def test_a_file_we_cannot_take_loses_nothing(write, case):
    answer = write("Here is the lease", files.sent("lease.pdf", b"MZ not a pdf"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "it is not a PDF" in page
    assert "Here is the lease" in page
    assert 'href="#files"' in page
    assert not case.timeline.filter(kind="message_in").exists()


@pytest.mark.parametrize(
    ("text", "count", "words"),
    [
        ("", 0, "Write a message, or choose a document"),
        (" \0\u202e ", 0, "Write a message, or choose a document"),
        ("a" * 10_000, 0, "Make it 5,000 or fewer"),
        ("x", 6, "Choose 5 at most"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(write, case, text, count, words):
    answer = write(text, *(files.sent(f"{n}.pdf", files.PDF) for n in range(count)))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert text.strip(" \0\u202e") in answer.content.decode()
    assert not case.timeline.filter(kind="message_in").exists()


def test_hostile_text_is_only_text(write, sams, here):
    write("<script>alert(1)</script>\n# Big\n\u202ehttp://evil.example [x](javascript:1) 😀 ((reason))")
    page = sams.get(here).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br># Big" in page
    assert 'href="http://evil.example' not in page
    assert "\u202e" not in page
    assert "😀 ((reason))" in page


def test_a_closed_case_takes_no_more(write, case, bob):
    from borough.casework import actions

    actions.move(case=case, move="refuse", by=bob, reason="No room")
    page = write("But why?").content.decode()
    assert "This is finished" in page
    assert not case.timeline.filter(kind="message_in").exists()


def test_thirty_messages_in_an_hour_are_enough(write):
    assert {write(f"Message {number}").status_code for number in range(30)} == {302}
    assert write("One more").status_code == 429


def test_the_address_alone_leads_to_the_page(sams, here):
    assert sams.get(f"{here}write/")["Location"] == here
