"""A referral from the asking to its end, who sees it, and the helpline."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from borough.communities.referrals import actions, holding
from borough.communities.referrals.models import Call, Referral
from borough.communities.refusals import Refused
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Person
from tests import people
from tests.communities.alliance import world
from tests.foundations.together import at_once
from tests.people import signed_in

PERSON = {"name": "Ada Learner", "email": "ada@example.org", "phone": "", "postcode": "", "channel": "email"}


@pytest.fixture
def sender(db):
    return world.partner("Open Door")


@pytest.fixture
def receiver(db):
    return world.partner("Silver Surfers")


def asked(to, **more):
    return PERSON | {"receiver": to.pk, "needs": ["start", "data"], "agree": "on", "note": "Mornings"} | more


def test_somebody_asks_for_themselves(receiver):
    client = Client()
    answer = client.post("/support/ask/", asked(receiver), follow=True)
    assert "Silver Surfers knows now" in answer.content.decode()
    made = Referral.objects.get()
    assert (made.source, made.needs, made.person.name) == ("self", ["start", "data"], "Ada Learner")
    assert made.consent.startswith("I agree that you tell")
    message = Message.objects.get()
    assert (message.channel, message.to) == ("email", "ada@example.org")
    again = client.post("/support/ask/", asked(receiver)).content.decode()
    assert "has their request already" in again


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"agree": ""}, "They must agree"), ({"needs": []}, "Choose what they need"), ({"receiver": ""}, "Choose who"),
     ({"name": ""}, "Enter their name"), ({"email": "", "phone": ""}, "so that somebody can reach them"),
     ({"email": "ada"}, "Enter a whole e-mail address"), ({"postcode": "SK"}, "Enter a whole postcode")],
)  # fmt: skip
def test_what_is_missing_is_said_and_nothing_is_lost(typed, words, receiver):
    page = Client().post("/support/ask/", asked(receiver, **typed)).content.decode()
    assert words in page
    assert "Mornings" in page
    assert not Referral.objects.exists()


def test_a_partner_sends_another_answers_and_tells(sender, receiver):
    theirs, ours = (signed_in(world.partners_user(one), factor=None) for one in (sender, receiver))
    assert theirs.post("/support/ask/", asked(receiver)).status_code == 302
    made = Referral.objects.get()
    here = f"/alliance/referrals/{made.pk}/"
    assert (made.source, made.sender) == ("partner", sender)
    assert "Ada Learner" in ours.get("/alliance/referrals/").content.decode()
    assert theirs.post(here + "accept/").status_code == 404  # only who receives may
    assert ours.post(here + "accept/").status_code == 302
    assert "Choose how it went" in ours.post(here + "give-outcome/", {"note": "x"}).content.decode()
    assert ours.post(here + "give-outcome/", {"outcome": "helped", "note": "Has e-mail now"}).status_code == 302
    assert ours.post(here + "close/", {"outcome": "helped"}).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.outcome, made.outcome_note) == ("closed", "helped", "Has e-mail now")
    told = Message.objects.order_by("pk").values_list("key", flat=True)
    assert [key.split(":")[-1] for key in told] == ["open", "accepted", "outcome", "closed"]
    assert "cannot be done" in ours.post(here + "close/", {"outcome": "helped"}).content.decode()


def test_sent_on_it_goes_on_as_another(sender, receiver):
    third = world.partner("New Start")
    client = signed_in(world.partners_user(receiver), factor=None)
    signed_in(world.partners_user(sender), factor=None).post("/support/ask/", asked(receiver))
    first = Referral.objects.get()
    address = f"/alliance/referrals/{first.pk}/reroute/"
    assert "Why" in client.post(address, {"receiver": third.pk, "reason": ""}).content.decode()
    assert client.post(address, {"receiver": third.pk, "reason": "Nearer to them"}).status_code == 302
    first.refresh_from_db()
    assert (first.state, first.next.receiver, first.next.state, first.next.consent) == (
        "rerouted", third, "open", first.consent,
    )  # fmt: skip


def test_rejected_with_a_reason_and_the_person_hears_it(sender, receiver):
    client = signed_in(world.partners_user(receiver), factor=None)
    Client().post("/support/ask/", asked(receiver))
    made = Referral.objects.get()
    here = f"/alliance/referrals/{made.pk}/reject/"
    assert client.post(here, {"reason": " "}).status_code == 200
    assert client.post(here, {"reason": "We are full until May"}).status_code == 302
    assert "We are full until May" in Message.objects.latest("pk").body


def test_who_sees_it(sender, receiver):
    Client().post("/support/ask/", asked(receiver))
    here = f"/alliance/referrals/{Referral.objects.get().pk}/"
    assert signed_in(world.partners_user(receiver), factor=None).get(here).status_code == 200
    assert signed_in(world.partners_user(sender), factor=None).get(here).status_code == 404
    team = signed_in(world.team())
    assert team.get(here).status_code == 404  # the team sees numbers and not whose they are
    page = team.get("/work/referrals/").content.decode()
    assert "Ada Learner" not in page
    assert "hidden" in page
    for client in (Client(), signed_in(people.resident(), factor=None)):
        assert client.get(here).status_code in (302, 403, 404)


@pytest.mark.parametrize(
    "broken", [{"state": "closed", "outcome": ""}, {"state": "rejected", "reason": ""}, {"needs": []},
               {"consent": ""}, {"person": None}, {"source": "partner", "sender": None}]
)  # fmt: skip
def test_the_database_refuses_what_must_not_be(broken, receiver):
    Client().post("/support/ask/", asked(receiver))
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.update(**broken)


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_once_goes_once(receiver):
    person = Person.objects.create(name="Ada Learner", email="ada@example.org")
    by = world.team()

    def send(_number):
        try:
            return actions.refer(
                person=person, receiver=receiver, needs=["start"], consent="Yes", source="officer", by=by
            )
        except Refused as refused:
            return refused

    told = at_once(4, send)
    assert sum(isinstance(one, Referral) for one in told) == 1
    assert Referral.objects.count() == 1


def test_the_helpline_finds_or_writes_down_who_rings(receiver):
    client = signed_in(world.team())
    today = timezone.localdate()
    typed = {
        "name": "Bo Caller",
        "phone": "0161 496 0001",
        "needs": ["data"],
        "outcome": "ring_back",
        "note": "After 5",
    }
    page = client.post("/work/helpline/call/", typed).content.decode()
    assert "Enter the day on which we ring back" in page
    day = {"ring_back_on-day": today.day, "ring_back_on-month": today.month, "ring_back_on-year": today.year}
    assert client.post("/work/helpline/call/", typed | day).status_code == 302
    call = Call.objects.get()
    assert call.person.name == "Bo Caller"
    assert "Bo Caller, 0161 496 0001" in client.get("/work/helpline/").content.decode()
    again = {"name": "Bo Caller", "phone": "+44 161 496 0001", "outcome": "answered"}
    assert client.post(f"/work/helpline/call/{call.pk}/", again).status_code == 302
    call.refresh_from_db()
    assert call.rung_back_at
    assert Person.objects.filter(name="Bo Caller").count() == 1
    assert client.post("/work/helpline/call/", {"outcome": "nobody"}).status_code == 302
    assert signed_in(people.officer("grants")).get("/work/helpline/").status_code == 403


def test_after_a_year_it_is_a_number_only(receiver, django_assert_num_queries):
    Client().post("/support/ask/", asked(receiver))
    made = Referral.objects.get()
    actions.step(referral=made, name="reject", reason="Full", by=world.team())
    now = timezone.now()
    Message.objects.all().delete()  # they went: what waits to be sent keeps a referral
    assert not list(holding.due(now))
    later = now + datetime.timedelta(days=367)
    found = list(holding.due(later))
    assert [one.count for one in found] == [1]
    assert Referral.objects.get().person  # the dry run changed nothing
    holding.let_go(found[0].records, by=world.team())
    made.refresh_from_db()
    assert (made.person, made.note, made.needs) == (None, "", ["start", "data"])
    assert Referral.objects.count() == 1
