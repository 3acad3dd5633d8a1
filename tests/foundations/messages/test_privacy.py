"""What the outbox holds of a person can be shown to them and erased, and no more than is theirs."""

from datetime import timedelta

import pytest

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.actions import forget, purge
from borough.foundations.messages.delivery import claim, deliver_due
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Person
from borough.foundations.people.registry import holders


@pytest.fixture
def holder():
    return next(holder for holder in holders if holder.name == "messages")


@pytest.fixture
def sam(db):
    return Person(name="Sam Made-Up", email="sam@example.org")


def test_mail_about_nothing_else_is_theirs(write, holder, sam):
    write(subject="Your code", sensitive=True)
    write(about="case:DEV-7QK-214")
    write(to="alex@example.org")
    assert [row["subject"] for row in holder.export(sam)] == ["Your code"]


def test_a_dry_run_only_counts(write, holder, sam):
    write()
    assert holder.erase(sam, dry_run=True) == {"messages": 1}
    assert holder.erase(sam, dry_run=False) == {"messages": 1}
    assert holder.erase(sam, dry_run=False) == {"messages": 0}


def test_a_person_without_addresses_holds_nothing(write, holder):
    write()
    assert holder.export(Person(name="Somebody")) == []


def test_a_forgotten_case_leaves_no_words_and_no_address(write, settings, clock):
    settings.MESSAGES_EMAIL = "shown"
    write(about="case:DEV-7QK-214")
    deliver_due(clock=clock)
    write(about="case:DEV-7QK-214")
    other = write(about="case:DEV-7QK-215")
    assert forget(about="case:DEV-7QK-214", by=SYSTEM) == 2
    kept = Message.objects.filter(about="case:DEV-7QK-214").order_by("pk")
    assert list(kept.values_list("to", "subject", "body", "status")) == [
        ("(erased)", "", "", "sent"),
        ("(erased)", "", "", "cancelled"),
    ]
    assert not Message.objects.filter(shown__isnull=False).exists()
    other.refresh_from_db()
    assert other.body
    assert AuditEvent.objects.get(action="messages.forgotten").record_id == "case:DEV-7QK-214"


def test_what_is_forgotten_while_it_is_sent_is_not_tried_again(write, clock):
    write(about="case:DEV-7QK-214")
    claim(now=clock.now)
    forget(about="case:DEV-7QK-214", by=SYSTEM)
    assert claim(now=clock.now + timedelta(days=1)) is None


def test_old_codes_are_deleted_and_the_rest_is_not(write, settings, clock):
    settings.MESSAGES_EMAIL = "shown"
    write()
    kept = write(about="case:DEV-7QK-214")
    deliver_due(clock=clock)
    waiting = write()
    assert purge(now=clock.now + timedelta(days=89)) == 0
    assert purge(now=clock.now + timedelta(days=91)) == 1
    assert list(Message.objects.order_by("pk")) == [kept, waiting]
