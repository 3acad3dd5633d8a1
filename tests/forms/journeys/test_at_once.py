"""Twenty threads send the same journey: one submission, one case, one message, and each is told the same."""

import pytest
from django.test import Client

from borough.casework.models import Case
from borough.forms.models import Submission
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message
from tests.foundations.together import at_once

from .. import made

pytestmark = pytest.mark.django_db(transaction=True)


def same_place(client):
    """Another tab of the same browser."""
    tab = Client()
    tab.cookies = client.cookies
    return tab


def test_twenty_sending_is_one_case(client):
    made.publish(made.BIKE)
    made.fill(client)
    places = at_once(20, lambda n: same_place(client).post("/apply/borrow-a-bike/send")["Location"])
    assert set(places) == {"/apply/borrow-a-bike/sent"}
    assert Submission.objects.count() == Case.objects.count() == 1
    assert AuditEvent.objects.filter(action="submission.sent").count() == 1
    assert Message.objects.filter(key__startswith="received:").count() == 1


def test_twenty_pages_saved_at_once_lose_no_answer(client):
    questions = "\n".join(
        f"  - name: p{n}\n    questions: [{{name: q{n}, type: text, label: Question {n}}}]" for n in range(20)
    )
    made.publish(made.bike("  - name: who\n", f"{questions}\n  - name: who\n"))
    client.post("/apply/borrow-a-bike/p0", {"q0": "first"})
    at_once(20, lambda n: same_place(client).post(f"/apply/borrow-a-bike/p{n}", {f"q{n}": str(n)}))
    from borough.forms.models import Journey

    assert Journey.objects.get().answers == {f"q{n}": str(n) for n in range(20)}


def test_ten_files_sent_at_once_are_all_kept(client):
    made.publish(made.EVERYTHING.replace("most: 2", "most: 20"), "everything")
    client.post("/apply/everything/about-you", {"full_name": "Ada", "email": "ada@example.org"})

    from django.core.files.uploadedfile import SimpleUploadedFile

    from borough.forms.walking.papers import PDF

    def upload(n):
        file = SimpleUploadedFile(f"paper-{n}.pdf", PDF + b"%" * n)
        return same_place(client).post("/apply/everything/papers", {"papers": file, "do": "upload papers"}).status_code

    assert set(at_once(10, upload)) == {302}
    from borough.forms.models import Journey

    names = {file["name"] for file in Journey.objects.get().answers["papers"]}
    assert names == {f"paper-{n}.pdf" for n in range(10)}
