"""A copy of the answers: by e-mail to the address in them, and as a PDF for the browser that sent them, for a while."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from pypdf import PdfReader

from borough.forms.actions.erasing import erase_submission
from borough.forms.models import Submission
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.delivery import deliver_due
from borough.foundations.messages.models import Message
from tests.forms import made
from tests.forms.languages import bike
from tests.foundations.messages.conftest import mail  # noqa: F401  a real mail server

pytestmark = pytest.mark.django_db
AT = "/apply/borrow-a-bike/"


def sent(client, more=""):
    made.publish(more + made.BIKE)
    made.fill(client)
    client.post(f"{AT}send")
    return Submission.objects.get()


def copies():
    return Message.objects.filter(key__startswith="copy:")


def words(response):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)


def test_asked_for_it_goes_by_real_mail_to_the_address_in_the_answers(client, mail):  # noqa: F811
    submission = sent(client)
    assert "Send me a copy by e-mail" in client.get(f"{AT}sent").content.decode()
    assert not copies().exists()
    page = client.post(f"{AT}copy", {"email": "mallory@example.org"}, follow=True).content.decode()
    assert "on its way" in page
    deliver_due()
    [email] = [email for email in mail.received if email["Subject"].startswith("Your answers")]
    assert email["To"] == "ada@example.org"
    assert submission.reference in email["Subject"]
    text, html = (part.get_content() for part in email.iter_parts())
    assert "Your full name\nAda Example" in text.replace("\r\n", "\n")
    assert "27 March 2030" in text
    assert "Ada Example" in html
    assert AuditEvent.objects.filter(action="submission.copied").count() == 1


def test_asked_for_twice_it_goes_once(client):
    sent(client)
    for _ in range(2):
        client.post(f"{AT}copy")
    assert copies().count() == 1


def test_always_sends_it_by_itself(client):
    sent(client, "copy: always\n")
    assert copies().count() == 1
    page = client.get(f"{AT}sent").content.decode()
    assert "Send me a copy" not in page
    assert "answers.pdf" in page


def test_never_gives_none(client):
    sent(client, "copy: never\n")
    assert "copy" not in client.get(f"{AT}sent").content.decode().lower()
    assert client.post(f"{AT}copy").status_code == 404
    assert client.get(f"{AT}answers.pdf").status_code == 404
    assert not copies().exists()


def test_the_browser_that_sent_it_gets_the_paper(client):
    submission = sent(client)
    response = client.get(f"{AT}answers.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{submission.reference}.pdf"'
    assert "no-store" in response["Cache-Control"]
    assert "Ada Example" in words(response)
    assert "ada@example.org" in words(response)


def test_whoever_reads_welsh_gets_it_tagged_as_welsh(client):
    bike.publish()
    client.get(f"{AT}who?lang=cy")
    made.fill(client)
    client.post(f"{AT}send")
    response = client.get(f"{AT}answers.pdf")
    paper = PdfReader(io.BytesIO(response.content))
    root = paper.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "cy-GB")
    assert paper.metadata.title == "Eich atebion: Benthyg beic"
    assert "Eich enw llawn" in words(response)
    client.post(f"{AT}copy")
    assert "Eich enw llawn" in copies().get().body


def test_no_other_browser_does(client):
    sent(client)
    for do in (Client().get, Client().post):
        assert do(f"{AT}copy").status_code in (405, 410)
    assert Client().get(f"{AT}answers.pdf").status_code == 410
    assert not copies().exists()


def test_nothing_is_given_before_it_is_sent(client):
    made.publish(made.BIKE)
    made.fill(client)
    assert client.get(f"{AT}answers.pdf").status_code == 410
    assert client.post(f"{AT}copy").status_code == 410


def test_after_half_an_hour_the_browser_may_be_somebody_elses(client):
    submission = sent(client)
    ago = timedelta(minutes=31)
    Submission.objects.update(submitted_at=submission.submitted_at - ago, started_at=submission.started_at - ago)
    assert "answers.pdf" not in client.get(f"{AT}sent").content.decode()
    assert client.get(f"{AT}answers.pdf").status_code == 410
    assert client.post(f"{AT}copy").status_code == 410


def test_nothing_is_left_of_what_was_erased(client):
    submission = sent(client)
    erase_submission(submission=submission, reason="Asked for it", by=SYSTEM)
    assert client.get(f"{AT}answers.pdf").status_code == 404
    client.post(f"{AT}copy")
    assert not copies().exists()


def test_what_somebody_typed_makes_no_link_and_no_heading_in_the_mail(client):
    made.publish(made.BIKE)
    answers = dict(made.ANSWERS) | {"name": {"full_name": "# Win https://evil.example"}}
    made.fill(client, answers=answers.items())
    client.post(f"{AT}send")
    client.post(f"{AT}copy")
    assert "Win evil.example" in copies().get().body
    assert "://evil" not in copies().get().body


@pytest.mark.parametrize(
    ("line", "said"),
    [("copy: sometimes", "not one of 'ask', 'always' or 'never'"), ("copy: always", "no e-mail address to send")],
)
def test_faults_are_named_with_their_line(line, said):
    text = made.BIKE.replace("email: email", "phone: phone") if line == "copy: always" else made.BIKE
    faults = made.loaded(f"{line}\n{text}").faults
    assert any(fault.line == 1 and said in fault.message for fault in faults), faults
