"""A draft, and the preview of it: the real pages, and nothing that comes of them."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from borough.casework.models import Case
from borough.forms import publishing, queries, retention
from borough.forms.measuring.models import Refused
from borough.forms.models import Draft, Journey, Preview, Submission
from borough.forms.retention import previews
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.bookings.models import Booking
from borough.foundations.documents.models import Document
from borough.foundations.messages.models import Message
from borough.foundations.pay.models import Order
from tests import people

from .. import made
from ..commands.run import as_json
from ..journeys.papers import pdf

pytestmark = pytest.mark.django_db
HERE = "/preview/borrow-a-bike/"
DRAFT = made.bike("Borrow a bike\n", "Borrow two bikes\n")


@pytest.fixture
def draft(bike):
    publishing.keep_draft(loaded=made.loaded(DRAFT), by=SYSTEM)
    return queries.newest("borrow-a-bike")


@pytest.fixture
def officer(bike):
    return people.signed_in(people.officer(bike.service.team))


def fill(client, here=HERE, answers=made.ANSWERS):
    for page, typed in answers:
        response = client.post(here + page, typed)
        assert response.status_code == 302, response.content.decode()
    return response


def test_a_draft_is_not_live(draft, client):
    assert draft.title == "Borrow two bikes"
    assert queries.live("borrow-a-bike").title == "Borrow a bike"
    assert "Borrow two bikes" not in client.get("/services/borrow-a-bike/").content.decode()


def test_a_draft_published_is_a_draft_no_more(draft):
    assert publishing.keep_draft(loaded=made.loaded(DRAFT), by=SYSTEM) is None
    made.publish(DRAFT)
    assert not Draft.objects.exists()
    assert publishing.keep_draft(loaded=made.loaded(DRAFT), by=SYSTEM) is None


def test_by_command(db):
    status, found = as_json("publish", "borrow-a-device", "--draft")
    assert (status, found["drafted"]) == (0, ["borrow-a-device"])
    assert as_json("publish", "borrow-a-device", "--draft")[1]["unchanged"] == 1


def test_it_is_listed_before_it_was_ever_live(officer):
    publishing.keep_draft(loaded=made.loaded(DRAFT, slug="two-bikes"), by=SYSTEM)
    listed = officer.get("/work/services/").content.decode()
    assert "/preview/two-bikes/" in listed
    assert officer.get("/preview/two-bikes/").status_code == 200


def test_the_real_pages_say_that_it_is_a_preview(draft, officer):
    for page in ("", "privacy/", "who"):
        said = officer.get(HERE + page).content.decode()
        assert "Borrow two bikes" in said
        if page != "privacy/":
            assert "This is a preview." in said
            assert "Residents do not see this version yet." in said
    assert fill(officer)["Location"] == f"{HERE}check-answers"
    check = officer.get(f"{HERE}check-answers").content.decode()
    assert "Ada Example" in check
    assert f'action="{HERE}send"' in check
    assert "/apply/" not in check
    assert "Save and come back" not in check


def test_nothing_comes_of_it(draft, officer):
    refused = officer.post(f"{HERE}who", {})
    assert "Choose an answer" in refused.content.decode()
    fill(officer)
    assert officer.post(f"{HERE}send")["Location"] == f"{HERE}sent"
    said = officer.get(f"{HERE}sent").content.decode()
    assert "We have your request" in said
    assert "ada@example.org" in said
    assert "borough.submission.v1" in said
    for kind in (Journey, Submission, Case, Message, Refused):
        assert not kind.objects.exists()
    assert officer.get("/resume/anything").status_code == 200  # asks first; and no link was ever made
    assert officer.post(f"{HERE}start-again")["Location"] == HERE
    assert not Preview.objects.exists()


def test_the_database_lets_no_preview_be_sent(officer):
    fill(officer)
    preview = Preview.objects.get()
    submission = Submission(
        journey_id=preview.pk, slug=preview.slug, version=preview.version, reference="BIK-222-222", answers={}
    )
    submission.started_at = submission.submitted_at = timezone.now()
    with transaction.atomic():
        submission.save()
        with pytest.raises(IntegrityError, match="journey_id"):
            connection.check_constraints()
        transaction.set_rollback(True)


def test_a_newer_draft_begins_anew(officer):
    fill(officer)
    publishing.keep_draft(loaded=made.loaded(DRAFT), by=SYSTEM)
    assert officer.get(f"{HERE}check-answers").status_code == 410
    fill(officer, answers=made.ANSWERS[:1])
    assert Preview.objects.get().version_id == queries.newest("borrow-a-bike").version


def test_two_officers_do_not_meet(bike, officer):
    fill(officer)
    colleague = people.signed_in(people.officer(bike.service.team))
    assert colleague.get(f"{HERE}check-answers").status_code == 410
    assert "Ada Example" not in colleague.get(f"{HERE}who").content.decode()


def test_nobody_else_gets_in(draft):
    for page in ("", "who", "check-answers", "sent"):
        assert Client().get(HERE + page)["Location"].startswith("/sign-in/")
        for other in (people.resident(), people.partner()):
            assert people.signed_in(other).get(HERE + page).status_code == 403
        assert people.signed_in(people.officer("bikes"), factor=None).get(HERE + page).status_code == 302
        assert people.signed_in(people.officer("another-team")).get(HERE + page).status_code == 404
    assert people.signed_in(people.administrator()).get(HERE).status_code == 200


def test_groups_and_who_it_is_for(party, client):
    officer = people.signed_in(people.administrator())
    for page in party.pages.values():
        assert officer.get(f"/preview/party/{page.name}").status_code in (200, 302, 410)
    made.publish(made.bike("who: [resident, officer]", "who: [partner]"))
    fill(officer)
    assert "partner" in officer.get(f"{HERE}sent").content.decode()
    made.publish(made.bike("who: [resident, officer]", "who: [officer]"))
    fill(officer)
    assert "assisted" in officer.get(f"{HERE}sent").content.decode()


def test_it_goes_after_a_day_with_its_files(db):
    made.publish(made.everything_from("file"), "everything")
    form = queries.newest("everything")
    page = next(page for page in form.pages.values() if any(q.type == "file" for q in page.questions.values()))
    named = next(q.name for q in page.questions.values() if q.type == "file")
    made.publish(made.everything_from(page.name), "everything")
    officer = people.signed_in(people.administrator())
    officer.post(f"/preview/everything/{page.name}", {"do": "upload", named: pdf()})
    assert Document.objects.get().about == Preview.objects.get().about
    later = timezone.now() + previews.AFTER * 2
    gone = retention.delete_due(by=SYSTEM, now=later, only=[previews.KIND])
    assert gone == {"everything": {"preview": 1}}
    assert not Document.objects.exists()


def test_what_costs_money_is_neither_ordered_nor_paid(db):
    made.publish(made.bike("pages:\n", "fees: [{label: Licence fee, amount: '25'}]\npages:\n"))
    officer = people.signed_in(people.administrator())
    fill(officer)
    assert "£25" in officer.get(f"{HERE}check-answers").content.decode()
    assert officer.post(f"{HERE}send", {"pence": "2500"})["Location"] == f"{HERE}sent"
    assert officer.get(f"{HERE}sent").status_code == 200
    assert not Order.objects.exists()


def test_where_a_form_ends_no_opinion_is_asked(bike, officer, client):
    for visitor, here in ((officer, HERE), (client, "/apply/borrow-a-bike/")):
        fill(visitor, here, [("who", {"who": "cat"})])
    assert "/opinion" not in officer.get(f"{HERE}no-cats").content.decode()
    assert "/apply/borrow-a-bike/opinion" in client.get("/apply/borrow-a-bike/no-cats").content.decode()


def test_a_time_chosen_stays_free(db):
    form = made.publish((made.HERE / "book-a-visit.yaml").read_text(), "book-a-visit")
    officer, here = people.signed_in(people.administrator()), "/preview/book-a-visit/"
    times = (f"{at:%Y-%m-%dT%H:%M}" for at in form.questions["visit"].times())
    time = next(time for time in times if time.endswith("T09:00"))  # tomorrow's may be too soon by now
    answers = [("name", {"full_name": "Ada Example"}), ("visit", {"visit": time, "bring": "A ladder"})]
    fill(officer, here, [*answers, ("email", {"email": "ada@example.org"})])
    assert ", 9am to 9:30am" in officer.get(f"{here}sent").content.decode()
    assert not Booking.objects.exists()
