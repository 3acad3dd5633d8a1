"""What the database itself refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.casework.models import Case, CaseLink, MatchKey, Task, WarningNote

from . import world

TODAY = datetime.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("closed_with_an_outcome", {"closed_at": timezone.now}),
        ("closed_with_an_outcome", {"outcome": "paid"}),
        ("paused_only_when_open", {"closed_at": timezone.now, "outcome": "paid", "paused_on": TODAY}),
        ("closed_after_opened", {"closed_at": timezone.make_aware(datetime.datetime(2020, 1, 1)), "outcome": "x"}),  # noqa: DTZ001
        ("restricted_with_a_reason", {"restricted": True}),
        ("known_priority", {"priority": "now"}),
    ],
)
def test_a_case(case, name, change):
    change = {field: value() if callable(value) else value for field, value in change.items()}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**change)


def test_merged_cases_are_closed(form, case):
    with pytest.raises(IntegrityError, match="merged_is_closed"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(merged_into=world.case(form))


def test_not_merged_into_itself(case):
    change = {"merged_into": case, "closed_at": timezone.now(), "outcome": "merged"}
    with pytest.raises(IntegrityError, match="not_merged_into_itself"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**change)


def test_one_case_for_a_submission(form, case):
    other = world.case(form)
    with pytest.raises(IntegrityError, match="submission"), transaction.atomic():
        Case.objects.filter(pk=other.pk).update(submission=case.submission)


def test_a_reference_once(form, case):
    other = world.case(form)
    with pytest.raises(IntegrityError, match="reference"), transaction.atomic():
        Case.objects.filter(pk=other.pk).update(reference=case.reference)


def test_a_link_joins_two_cases_in_order(form, case):
    other = world.case(form)
    for a, b in ((case, case), (other, case)):
        with pytest.raises(IntegrityError, match="link_joins_two_cases"), transaction.atomic():
            CaseLink.objects.create(a=a, b=b)
    CaseLink.objects.create(a=case, b=other)
    with pytest.raises(IntegrityError, match="linked_once"), transaction.atomic():
        CaseLink.objects.create(a=case, b=other)


def test_a_task_is_done_once(case):
    Task.objects.create(case=case, name="identity", done_at=timezone.now())
    with pytest.raises(IntegrityError, match="task_done_once"), transaction.atomic():
        Task.objects.create(case=case, name="identity", done_at=timezone.now())


def test_a_match_key_once(case):
    key = case.match_keys.first()
    with pytest.raises(IntegrityError, match="match_key_once"), transaction.atomic():
        MatchKey.objects.create(case=case, kind=key.kind, digest=key.digest)


def test_a_warning_is_reviewed_after_it_is_made_and_says_something(case):
    made = {"person": case.person, "made_on": TODAY}
    with pytest.raises(IntegrityError, match="warning_reviewed_after_made"), transaction.atomic():
        WarningNote.objects.create(text="A dog", review_on=TODAY, **made)
    with pytest.raises(IntegrityError, match="warning_says_something"), transaction.atomic():
        WarningNote.objects.create(text="", review_on=TODAY + datetime.timedelta(days=1), **made)
