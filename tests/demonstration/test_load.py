"""What is in the demonstration borough."""

import datetime
from collections import Counter

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from borough.casework.models import Case, MatchKey, TimelineEntry, WarningNote
from borough.demonstration import voices
from borough.demonstration.cast import CAST
from borough.demonstration.load import loaded
from borough.forms import queries as forms
from borough.forms.models import Journey, Submission
from borough.foundations import vault
from borough.foundations.documents import content
from borough.foundations.documents.models import Document
from borough.foundations.gazetteer.models import Address, Ward
from borough.foundations.gazetteer.postcodes import tidy
from borough.foundations.messages.models import Message
from borough.foundations.pay.models import Order
from borough.foundations.payments.models import PaymentOrder
from borough.foundations.people.models import Person, Team, User

from . import dump

pytestmark = pytest.mark.usefixtures("borough")


def test_two_loads_of_one_day_are_the_same(twice):
    first, second = twice
    for name in first:
        assert first[name] == second[name], name


def test_it_says_how_far_it_is(twice):
    assert any("2,000 addresses" in line for line in twice[0]["said"])
    assert any("250 cases" in line for line in twice[0]["said"])


def test_it_is_loaded():
    assert loaded()


def test_the_counts_are_as_promised():
    assert (Ward.objects.count(), Address.objects.count()) == (21, 2_000)
    assert Case.objects.count() == 250 + len(voices.TOLD)
    assert 300 < Person.objects.count() < 400  # 300, and those whom the device library's households need
    assert len(CAST) == 8


def test_every_state_of_every_service_has_a_case():
    for form in forms.services():
        kept = set(Case.objects.filter(slug=form.slug).values_list("state", flat=True))
        passing = {"approved"} if form.slug == "borrow-a-device" else set()  # on the list at once, or offered one
        assert kept == set(form.sections["workflow"].states) - passing, form.slug


def test_the_owner_teams_are_there():
    slugs = set(Team.objects.values_list("slug", flat=True))
    assert {form.service.team for form in forms.services()} <= slugs


def test_nothing_happened_after_that_day():
    end = datetime.datetime.combine(dump.DAY, datetime.time(), datetime.UTC)
    assert not TimelineEntry.objects.filter(at__gte=end).exists()
    assert not Submission.objects.filter(submitted_at__gte=end).exists()
    assert not Message.objects.filter(created_at__gte=end).exists()
    assert not Journey.objects.filter(started_at__gte=end).exists()


def test_answers_are_whole_and_hold():
    for submission in Submission.objects.select_related("journey"):
        form, day = forms.version(submission.version_id), submission.submitted_at.date()
        assert form.route(submission.journey.answers, day).complete, submission.reference
        assert form.answered(submission.journey.answers, day) == submission.answers
        for name, value in submission.answers.items():
            question = form.questions[name]
            if value is None:
                assert question.optional, name
            elif question.type not in ("bank_account", "file", "declaration"):
                assert question.clean(question.typed(value), day) == value, (name, value)


def test_some_are_late_and_some_wait():
    still_open = Case.objects.filter(closed_at=None)
    assert 5 <= still_open.filter(paused_on=None, due_on__lt=dump.DAY).count() <= 40
    assert still_open.exclude(paused_on=None).count() >= 20
    assert still_open.exclude(answered_at=None).exists()


def test_some_are_restricted_merged_urgent_or_seen_before():
    assert Case.objects.filter(restricted=True).count() == 3
    assert Case.objects.exclude(merged_into=None).count() == 4
    assert Case.objects.filter(priority="urgent").count() == 3
    assert WarningNote.objects.count() == 3
    banks = Counter(MatchKey.objects.filter(kind="bank").values_list("digest", flat=True))
    assert max(banks.values()) > 1
    homes = Counter(MatchKey.objects.filter(kind="address").values_list("digest", flat=True))
    assert sum(count > 1 for count in homes.values()) >= 5


def test_people_apply_in_every_way():
    assert {c for (c,) in Submission.objects.values_list("channel").distinct()} == {"online", "assisted", "partner"}
    assert {c for (c,) in Message.objects.values_list("channel").distinct()} == {"email", "text", "letter"}
    assert {f for (f,) in Person.objects.values_list("format").distinct()} == set(Person.Format.values)
    assert Journey.objects.filter(sent_at=None).count() == 25


def test_nobody_real_can_be_reached():
    assert all(email.endswith("@example.org") for (email,) in Person.objects.exclude(email="").values_list("email"))
    assert all(phone.startswith("07700 900") for (phone,) in Person.objects.exclude(phone="").values_list("phone"))
    for postcode in Address.objects.values_list("postcode", flat=True).distinct():
        assert tidy(postcode) == postcode
        assert 71 <= int(postcode.split()[0].removeprefix("SK")) <= 91


def test_bank_details_are_sealed():
    grants = Submission.objects.filter(slug="business-support-grant")
    assert grants.count() == 80
    for submission in grants:
        bank = submission.answers["bank"]
        assert set(bank) == {"sealed", "last", "digest"}
        assert vault.unseal(bank["sealed"]).endswith(f'{bank["last"]}"}}')


def test_papers_are_real_files():
    document = Document.objects.first()
    with document.open() as file:
        kept = SimpleUploadedFile(document.name, file.read())
    assert content.identify(kept, name=document.name, allowed={"pdf"}).kind == "pdf"
    assert Document.objects.filter(about__startswith="case:BSG-").count() == Document.objects.count() >= 160


def test_no_letter_has_a_hole_in_it():
    for message in Message.objects.all():
        assert "((" not in message.body + message.subject, message.body
        assert "  " not in message.subject


def test_four_eyes_hold_in_what_was_paid():
    for case in Case.objects.filter(state="paid"):
        made = dict(case.timeline.filter(kind="moved").values_list("data__move", "who_id"))
        assert len({made["recommend"], made["approve"], made["release"]}) == 3


def test_what_was_paid_is_in_a_file_or_waits_for_one():
    orders = PaymentOrder.objects.all()
    assert {order.reference for order in orders} == {case.reference for case in Case.objects.filter(state="paid")}
    assert orders.exclude(file=None).exists()
    assert all(order.pence == Case.objects.get(reference=order.reference).fields["amount"] for order in orders)


def test_every_stall_is_paid_for_or_waits_to_be():
    orders = {order.reference: order for order in Order.objects.prefetch_related("attempts__refunds")}
    stalls = Case.objects.filter(slug="book-a-market-stall")
    assert set(orders) == {case.reference for case in stalls}
    assert all(orders[case.reference].paid for case in stalls.filter(state__in=["received", "more_needed", "booked"]))
    assert not any(orders[case.reference].paid for case in stalls.filter(state="to_pay"))
    back = orders[stalls.get(state="refused").reference].attempts.get()
    assert (back.left, back.refunds.get().pence) == (0, back.pence)


def test_the_residents_have_cases_of_their_own():
    for key, count in (("rosa.hill", 2), ("daniel.marsh", 2)):
        user = User.objects.get(email=f"{key}@example.org")
        assert Case.objects.filter(person__user=user).count() == count
