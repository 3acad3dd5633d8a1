"""Closed cases go once their service's time for them is up; keys change; `services walk` looks at the case."""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.casework import actions, matching, walked
from borough.casework.models import Case
from borough.casework.retention import KIND
from borough.forms import retention
from borough.forms.models import Submission
from borough.foundations import resealing
from borough.foundations.audit.actors import RESIDENT, SYSTEM
from borough.foundations.keeping import actions as keeping
from borough.foundations.messages.models import Message
from borough.foundations.people import actions as people
from borough.foundations.people.models import Person

from . import world

YEARS = datetime.timedelta(days=2 * 365 + 3)


def due():
    return [record for _, found in retention.due(only=[KIND]) for record in found.records]


def erased() -> int:
    gone = retention.delete_due(by=SYSTEM, only=[KIND])
    return sum(count.total() for count in gone.values())


@pytest.fixture
def old(form, case, ann):
    """A case closed more than two years ago."""
    actions.note(case=case, text="Rang Sam", by=ann)
    actions.move(case=case, move="withdraw", by=RESIDENT)
    long_ago = timezone.now() - YEARS
    Case.objects.filter(pk=case.pk).update(opened_at=long_ago, closed_at=long_ago)
    Message.objects.update(status="sent", sent_at=long_ago)
    return Case.objects.get(pk=case.pk)


def test_what_it_said_goes_and_that_it_was_stays(old):
    assert erased() == 1
    case = Case.objects.defer(None).get(pk=old.pk)
    assert (case.title, case.postcode, case.search, case.outcome) == ("Erased", "", None, "withdrawn")
    assert not any(entry.text for entry in case.timeline.all())
    assert case.timeline.filter(entered="withdrawn").exists()
    assert not case.match_keys.exists()
    assert set(Message.objects.filter(about=case.about).values_list("body", flat=True)) == {""}
    assert Submission.objects.get(case=case).answers == {}
    assert Person.objects.get(pk=case.person_id).erased_at
    assert erased() == 0


@pytest.mark.parametrize("status", ["waiting", "failed"])
def test_not_while_a_message_about_it_is_still_to_go(old, status):
    Message.objects.update(status=status, sent_at=None)
    assert erased() == 0
    assert Case.objects.get(pk=old.pk).erased_at is None


def test_a_message_that_failed_long_ago_keeps_nothing(old):
    Message.objects.update(status="failed", sent_at=None, due_at=timezone.now() - YEARS)
    assert erased() == 1


def test_not_while_it_is_held_for_a_legal_claim(old):
    keeping.hold(about=old.about, reason="Claim 7", by=SYSTEM)
    [(_, found)] = list(retention.due(only=[KIND]))
    assert (found.count, list(found.kept)) == (0, [old.about])
    with pytest.raises(people.Refused, match="Held for a legal claim"):
        people.erase(person=old.person, reason="Asked", by=SYSTEM, dry_run=True)
    keeping.lift(about=old.about, by=SYSTEM)
    assert erased() == 1


def test_what_came_to_no_case_goes_as_long_after_it_was_sent(form):
    alone = world.submission(form)
    assert due() == []
    Submission.objects.filter(pk=alone.pk).update(
        started_at=timezone.now() - YEARS, submitted_at=timezone.now() - YEARS
    )
    assert due() == [alone]
    erased()
    assert Submission.objects.get(pk=alone.pk).answers == {}
    assert due() == []


def test_somebody_with_another_case_stays(form, old):
    world.case(form, old.person)
    erased()
    assert Person.objects.get(pk=old.person_id).erased_at is None


def test_not_before_its_time_nor_while_open(form, old):
    Case.objects.filter(pk=old.pk).update(closed_at=timezone.now() - YEARS / 2)
    still = world.case(form)
    Case.objects.filter(pk=still.pk).update(opened_at=timezone.now() - 2 * YEARS)
    assert due() == []


def test_an_erased_case_can_still_be_looked_at_and_noted(client, old, ann):
    erased()
    assert world.sign_in(client, ann).get(f"/work/cases/{old.reference}/").status_code == 200
    actions.note(case=old, text="Looked", by=ann)


def test_the_database_holds_that_an_erased_case_says_nothing(old):
    with pytest.raises(IntegrityError, match="erased_says_nothing"), transaction.atomic():
        Case.objects.filter(pk=old.pk).update(erased_at=timezone.now())


class TestTheCommand:
    def run(self, *args):
        out = StringIO()
        call_command("cases", *args, stdout=out, stderr=StringIO())
        return out.getvalue()

    def test_lists_without_names(self, form, case):
        text = self.run("list", "--json", "--service", form.slug)
        assert [row["reference"] for row in json.loads(text)["cases"]] == [case.reference]
        assert "Sam" not in text
        assert case.reference in self.run("list", "--team", "business-support")
        assert "0 cases" in self.run("list", "--late")

    def test_forget_has_a_dry_run(self, old):
        assert json.loads(self.run("forget", "--dry-run", "--json")) == {"cases": 1, "dry_run": True}
        assert due()
        assert "1 cases erased" in self.run("forget")


def test_match_keys_meet_again_after_a_new_key(form, case, ann, settings):
    settings.KEYS = ["a-new-key-a-new-key-a-new-key-a-new", *settings.KEYS]
    assert {name: changed for name, _, changed in resealing.rotate(by=SYSTEM)}["match keys"] == 1
    assert case in matching.seen_before(world.case(form), ann)[0]


class TestWalked:
    def test_a_case_as_it_should_be(self, case):
        assert walked.fault(case.submission) is None

    def test_what_is_missing(self, form, case):
        assert walked.fault(world.submission(form)) == "no case was opened"
        Message.objects.all().delete()
        assert walked.fault(case.submission) == "nobody was told that we have it"
        Case.objects.update(due_on=None)
        assert walked.fault(case.submission) == "the case has no deadline"
        Case.objects.update(state="checks")
        assert "not where the workflow starts" in walked.fault(case.submission)
