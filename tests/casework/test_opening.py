"""A submission opens a case."""

import contextlib
import datetime

from django.db import transaction

from borough.casework import deadlines
from borough.casework.connections import submitted
from borough.casework.models import Case
from borough.foundations.audit import queries as audit
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Team

from . import sample, world


def test_it_has_its_team_state_and_deadline(form, case):
    today = datetime.date.today()  # noqa: DTZ011
    assert (case.team.slug, case.state, case.slug) == ("business-support", "received", sample.SLUG)
    assert case.due_on == deadlines.add_working_days(today, 10)
    assert case.title == "Sam Example, 14 Example Street"
    assert [entry.kind for entry in case.timeline.all()][-1] == "sent"
    assert audit.of(case).filter(action="case.opened").exists()


def test_the_person_is_told_by_the_channel_they_chose(form):
    case = world.case(form, world.person(channel="text"))
    message = Message.objects.get(about=case.about)
    assert (message.channel, message.to) == ("text", "07700 900123")


def test_by_letter_with_name_and_address(form):
    case = world.case(form, world.person(channel="letter", format="large_print"))
    message = Message.objects.get(about=case.about)
    assert message.to.splitlines() == ["Sam Example", "14 Example Street", "Exampleton", "SK1 3XE"]
    assert message.format == "large_print"


def test_without_the_chosen_way_another_is_taken(form):
    case = world.case(form, world.person(channel="text", phone=""))
    assert Message.objects.get(about=case.about).channel == "email"


def test_with_no_way_at_all_officers_are_told(form):
    case = world.case(form, world.person(email="", phone="", address=""))
    assert not Message.objects.filter(about=case.about).exists()
    assert case.timeline.filter(text__contains="could not tell them").exists()


def test_a_second_call_finds_the_first_case(form):
    sent = world.submission(form)
    assert submitted(sent, form) == submitted(sent, form)
    assert Case.objects.count() == 1
    assert Message.objects.count() == 1


def test_nothing_is_kept_when_the_submission_is_not(form):
    sent = world.submission(form)
    with contextlib.suppress(RuntimeError), transaction.atomic():
        submitted(sent, form)
        raise RuntimeError("the database went away")
    assert not Case.objects.exists()
    assert not Message.objects.exists()


def test_a_team_nobody_set_up_is_made_rather_than_losing_the_case(db):
    form = world.publish(sample.service(team="new-team"))
    assert world.case(form).team == Team.objects.get(slug="new-team")


def test_hostile_words_do_no_harm(form):
    nasty = "\u202e<script>alert(1)</script> 👩‍👩‍👧 ((reason)) # Big\n* http://evil.example " + "x" * 10_000
    who = world.person(name=nasty[:200])
    case = world.case(form, who, story=nasty)
    body = Message.objects.get(about=case.about).body
    assert "http://evil" not in body
    assert not any(line.startswith(("#", "*")) for line in body.splitlines())
