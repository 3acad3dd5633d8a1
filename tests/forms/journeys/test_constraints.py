"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.forms.models import DefinitionVersion, Journey, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def submission(answered):
    answered.post("/apply/borrow-a-bike/send")
    return Submission.objects.get()


def refused(name, act):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        act()


def copy(submission, **changes):
    submission.pk, submission.journey = None, None
    for field, value in ({"reference": "BIK-222-222"} | changes).items():
        setattr(submission, field, value)
    submission.save(force_insert=True)


def test_a_version_of_a_service_is_kept_once(bike):
    row = DefinitionVersion.objects.get()
    again = DefinitionVersion(slug=row.slug, hash=row.hash, data={}, source="")
    refused("version_once", again.save)


def test_a_journey_is_sent_once(submission):
    journey = submission.journey
    refused("journey_id", lambda: copy(submission, journey=journey))


def test_a_reference_is_given_once(submission):
    refused("reference", lambda: copy(submission, reference=submission.reference))


def test_a_cookie_opens_one_journey(submission):
    journey = submission.journey
    journey.pk = None
    refused(
        "token_hash", lambda: Journey.objects.create(slug="x", version=journey.version, token_hash=journey.token_hash)
    )


@pytest.mark.parametrize("changes", [{"resume_hash": "x"}, {"resume_until": timezone.now()}])
def test_a_way_back_expires(answered, changes):
    refused("a_way_back_expires", lambda: Journey.objects.update(**changes))


def test_an_assisted_submission_names_the_officer(submission):
    refused("assisted_names_the_officer", lambda: copy(submission, channel="assisted"))


def test_a_partners_submission_names_the_partner(submission):
    refused("partner_is_named", lambda: copy(submission, channel="partner"))


def test_nothing_is_sent_before_it_was_started(submission):
    day = timezone.timedelta(days=1)
    refused("sent_after_started", lambda: copy(submission, submitted_at=submission.started_at - day))


def test_a_version_in_use_cannot_be_deleted(submission):
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        submission.version.delete()
