"""What a case owes: seen, waited for, and given back by those who may."""

import contextlib
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from borough.casework import actions, holding, policy, workflow
from borough.casework.connections import submitted
from borough.casework.models import Case
from borough.casework.refusals import Refused
from borough.casework.resident import standing
from borough.forms import fees
from borough.forms.definition import load
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message
from borough.foundations.pay import actions as pay
from borough.foundations.pay import links
from borough.foundations.pay.models import Order, Refund
from tests.foundations.pay import world as payments
from tests.foundations.together import at_once
from tests.people import resident, signed_in

from . import sample, world

pytestmark = pytest.mark.django_db


def service(**changes):
    """The sample, with a fee for shops, paid before anybody looks at it."""
    flow = sample.data()
    flow["start"] = "to_pay"
    flow["states"]["to_pay"] = {
        "label": "To be paid",
        "resident": "We start once you have paid ((fee)).",
        "waits": True,
    }
    flow["moves"]["paid"] = {"label": "They paid", "by": "system", "waits_for": "payment", "from": ["to_pay"],
                             "to": "received", "message": "paid"}  # fmt: skip
    flow["moves"]["drop"] = {"label": "Drop", "from": ["to_pay"], "to": "withdrawn"}
    flow["moves"]["write"] = {"label": "They wrote", "by": "system", "from": ["to_pay"], "to": "to_pay"}
    flow["moves"]["check"]["once_paid"] = True
    messages = sample.service()["messages"] | {
        "received": {"subject": "We have it", "body": "Pay ((fee)) here: ((pay))"},
        "paid": {"subject": "You have paid", "body": "Thank you for ((fee))."},
        "refunded": {"subject": "Money back", "body": "((reason))"},
    }
    owed = [{"label": "Licence", "amount": 25, "when": 'kind is "shop"'}]
    return sample.service(fees=owed, workflow=flow, messages=messages) | changes


@pytest.fixture
def server(settings):
    with payments.on(settings) as server:
        yield server


def opened(**answers):
    form = world.publish(service())
    submission = world.submission(form, **answers)
    fees.submitted(submission, form)
    return submitted(submission, form)


@pytest.fixture
def case(server):
    return opened()


@pytest.fixture
def paid(case, server):
    payments.paid(server, Order.objects.get())
    return Case.objects.get(pk=case.pk)


def words(answer):
    return " ".join(answer.content.decode().split())


def test_it_waits_and_says_what_to_pay_and_where(case):
    assert case.state == "to_pay"
    body = Message.objects.get(key=f"received:{case.reference}").body
    assert "Pay £25 here: http" in body
    path = body[body.index("/pay/") :].split()[0]
    assert links.opened(path.split("/")[2]) == Order.objects.get()


def test_once_paid_it_goes_on_by_itself_and_they_are_told(paid):
    assert paid.state == "received"
    assert Message.objects.latest("pk").body.startswith("Thank you for £25.")
    assert "paid £25" in paid.timeline.values_list("text", flat=True)


def test_writing_to_us_is_not_paying(case):
    actions.message_in(case=case, text="I will pay tomorrow", by=RESIDENT)
    assert Case.objects.get(pk=case.pk).state == "to_pay"


def test_one_that_owes_nothing_goes_on_at_once(server):
    case = opened(kind="stall")
    assert not Order.objects.exists()
    assert case.state == "received"


def test_a_step_that_needs_payment_is_refused_before(case):
    who = workflow.Who("officer", "officer:1", frozenset({"officer"}))
    flow = policy.plan(case).workflow
    before = workflow.why_not(flow, "check", facts=workflow.Facts("received", paid=False), who=who)
    assert before == ["They have not paid yet."]
    assert workflow.why_not(flow, "check", facts=workflow.Facts("received"), who=who) == []
    assert policy.plan(case).facts.paid is False


def test_a_step_that_needs_payment_can_be_taken_after(paid):
    actions.move(case=paid, move="check", by=world.officer("Ann"))
    assert Case.objects.get(pk=paid.pk).state == "checks"


def test_money_that_comes_after_it_ended_is_kept_and_seen(case, server, client):
    payments.pay(Order.objects.get())
    ann = world.officer("Ann")
    actions.move(case=case, move="drop", by=ann)
    server.put("success")
    pay.ask(attempt=Order.objects.get().attempts.get())
    assert Order.objects.get().paid
    assert Case.objects.get(pk=case.pk).state == "withdrawn"
    assert "paid £25" in case.timeline.values_list("text", flat=True)


def test_what_has_ended_can_no_longer_be_paid(case, server, client):
    actions.move(case=case, move="drop", by=world.officer("Ann"))
    page = words(client.post(links.path(Order.objects.get()), follow=True))
    assert "This is finished, so you have nothing to pay." in page
    assert not server.payments


def test_officers_see_how_it_stands(case, server, client):
    world.sign_in(client, world.officer("Ann"))
    here = f"/work/cases/{case.reference}/"
    assert "Not paid yet" in words(client.get(here))
    payments.paid(server, Order.objects.get())
    assert "Not paid yet" not in words(client.get(here))
    assert "Give money back" not in words(client.get(here))


def test_paid_twice_is_said_aloud(case, server, client):
    order = Order.objects.get()
    payments.pay(order)
    first = server.put("failed")
    payments.paid(server, order)
    server.put("success", first)
    pay.ask(attempt=order.attempts.first())
    world.sign_in(client, world.officer("Mo", "manager"))
    page = words(client.get(f"/work/cases/{case.reference}/"))
    assert "Paid too much" in page
    assert "paid £25 that was not owed" in page
    assert page.count("Give money back<") == 2


def refund(client, case, **typed):
    attempt = Order.objects.get().attempts.get()
    here = f"/work/cases/{case.reference}/refund/{attempt.pk}/"
    revision = Case.objects.get(pk=case.pk).revision
    return client.post(here, {"amount": "10", "reason": "Not needed", "revision": revision} | typed, follow=True)


@pytest.mark.parametrize("role", ["payer", "manager"])
def test_a_payer_or_a_manager_gives_money_back(paid, server, client, role):
    world.sign_in(client, world.officer("Pam", role))
    assert "£10 is on its way back" in words(refund(client, paid))
    assert server.last["refunds"][0]["amount"] == 1000
    page = words(client.get(f"/work/cases/{paid.reference}/"))
    assert "Paid, part refunded" in page
    assert "Not needed" in page
    assert AuditEvent.objects.get(action="refund.made").reason == "Not needed"
    assert Message.objects.latest("pk").body.startswith("Not needed")


@pytest.mark.parametrize("role", ["officer", "approver"])
def test_others_of_the_team_do_not(paid, server, client, role):
    world.sign_in(client, world.officer("Ann", role))
    assert "Only a payer or a manager" in words(refund(client, paid))
    assert not Refund.objects.exists()


def test_a_payer_of_another_team_finds_nothing(paid, client):
    world.sign_in(client, world.officer("Zoe", "payer", of="housing"))
    assert refund(client, paid).status_code == 404


@pytest.mark.parametrize("typed", [{"amount": "25.01"}, {"amount": "0"}, {"amount": "x"}, {"reason": " "}])
def test_what_cannot_be_given_back_is_said_and_kept(paid, client, typed):
    world.sign_in(client, world.officer("Pam", "payer"))
    answer = refund(client, paid, **typed)
    assert "There is a problem" in words(answer)
    assert not Refund.objects.exists()


def test_a_payment_of_another_case_is_not_there(paid, client):
    other = opened()
    world.sign_in(client, world.officer("Pam", "payer"))
    attempt = Order.objects.get(about=paid.about).attempts.get()
    assert client.get(f"/work/cases/{other.reference}/refund/{attempt.pk}/").status_code == 404
    with pytest.raises(Refused, match="another case"):
        actions.refund(case=other, attempt=attempt, pence=1, reason="x", by=world.officer("Mo", "manager"))


def test_while_the_provider_is_away_it_is_kept_and_goes_on_later(paid, server, client):
    server.misbehave("find", "down")
    world.sign_in(client, world.officer("Pam", "payer"))
    assert "£10 is on its way back" in words(refund(client, paid))
    assert Refund.objects.get().status == "asking"


def test_the_person_reads_what_they_owe(case, server):
    now = standing.of(case)
    assert (now.tag[0], now.owes.pence) == ("Over to you", 2500)
    assert now.words == "We start once you have paid £25."


def test_their_list_and_their_page_lead_to_the_payment(case, server, client):
    client = signed_in(resident(email="sam@example.org"), factor=None)
    assert "You have not paid £25 yet" in words(client.get("/your-applications/"))
    page = words(client.get(f"/your-applications/{case.reference}/"))
    assert "Pay £25" in page
    assert "/pay/" in page
    payments.paid(server, Order.objects.get())
    page = words(client.get(f"/your-applications/{case.reference}/"))
    assert "You paid £25 on" in page
    assert "You have not paid yet" not in page


def test_their_list_costs_no_more_queries_with_more_to_pay(server):
    client = signed_in(resident(email="sam@example.org"), factor=None)
    counts = []
    for _ in range(2):
        for _ in range(3):
            opened()
        client.get("/your-applications/")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get("/your-applications/")
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_workflow_that_waits_for_money_nobody_owes_is_a_fault():

    found = load.load_text(json.dumps(service(fees=[])), slug="x")
    assert any("nothing is paid for this service" in str(fault).lower() for fault in found.faults)


def test_what_is_held_of_a_person_has_it_and_erasing_takes_the_words(paid, client):
    world.sign_in(client, world.officer("Pam", "payer"))
    refund(client, paid)
    (exported,) = holding.export(paid.person)["cases"]
    assert exported["payment"]["refunds"][0] == {"pence": 1000, "reason": "Not needed", "status": "submitted"}
    holding.erase(paid.person, dry_run=False)
    assert Refund.objects.get().reason == "(erased)"
    assert Order.objects.get().paid


@pytest.mark.django_db(transaction=True)
def test_an_officer_and_the_money_at_once_lose_neither(server):
    case = opened()
    order = Order.objects.get()
    payments.pay(order)
    server.put("success")
    ann = world.officer("Ann")

    def act(number):
        if number % 2:
            return pay.ask(attempt=order.attempts.get())
        return actions.note(case=case, text=f"Note {number}", by=ann) if number == 0 else None

    with contextlib.suppress(Refused):  # the officer is told that it is being changed
        at_once(6, act)
    assert Order.objects.get().paid
    assert Case.objects.get(pk=case.pk).state == "received"
