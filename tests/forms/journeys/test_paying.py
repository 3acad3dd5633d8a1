"""A form that costs something: kept first, then paid; the amount is the server's, and nothing is paid twice."""

import pytest
from django.test import Client

from borough.casework.models import Case
from borough.forms.models import Submission
from borough.forms.walking.visitor import walk_form
from borough.foundations.pay.models import Attempt, Order
from tests.foundations.pay import world
from tests.foundations.together import at_once

from .. import made

pytestmark = pytest.mark.django_db
FEES = """fees:
  - {label: Hire of a bike, amount: 12.50}
  - {label: A second lock, amount: 2, when: 'who is "other"'}
messages:
"""
APPLY = "/apply/borrow-a-bike"


@pytest.fixture
def server(settings):
    with world.on(settings) as server:
        yield server


@pytest.fixture
def filled(client, server):
    made.publish(made.bike("messages:\n", FEES))
    made.fill(client)
    return client


def words(answer):
    return " ".join(answer.content.decode().split())


def test_check_answers_says_what_it_costs(filled):
    page = words(filled.get(f"{APPLY}/check-answers"))
    assert "Hire of a bike" in page
    assert "£12.50" in page
    assert "A second lock" not in page
    assert "Pay and send" in page


def test_only_that_page_may_lead_to_the_provider(filled, server):
    assert server.url in filled.get(f"{APPLY}/check-answers")["Content-Security-Policy"]
    assert server.url not in filled.get(f"{APPLY}/when")["Content-Security-Policy"]


def test_each_line_and_the_total(filled):
    filled.post(f"{APPLY}/who", {"who": "other", "their_name": "Jo"})
    page = words(filled.get(f"{APPLY}/check-answers"))
    for said in ("A second lock", "£2<", "To pay in all", "£14.50"):
        assert said in page


def test_it_is_kept_and_then_the_browser_goes_to_pay(filled, server):
    away = filled.post(f"{APPLY}/send")
    assert away["Location"].startswith(f"{server.url}/secure/")
    submission, order = Submission.objects.get(), Order.objects.get()
    assert (order.reference, order.about) == (submission.reference, f"case:{submission.reference}")
    assert (server.last["amount"], server.last["description"]) == (1250, "Borrow a bike")
    assert server.last["email"] == "ada@example.org"
    assert Case.objects.get().reference == order.reference


def test_the_amount_is_not_the_browsers(filled, server):
    filled.post(f"{APPLY}/send", {"amount": "1", "pence": "1250"})
    assert server.last["amount"] == 1250


def test_what_changed_in_another_tab_is_read_before_it_is_paid(filled, server):
    filled.post(f"{APPLY}/who", {"who": "other", "their_name": "Jo"})
    answer = filled.post(f"{APPLY}/send", {"pence": "1250"}, follow=True)
    assert "What it costs has changed" in words(answer)
    assert not Submission.objects.exists()
    assert not server.payments


def test_while_the_provider_is_away_the_form_is_kept(filled, server):
    server.misbehave("create", "down")
    page = words(filled.post(f"{APPLY}/send", follow=True))
    assert "Your form is safe with us" in page
    assert Submission.objects.count() == 1


def test_with_nobody_to_take_payments_the_form_is_kept(filled, settings):
    settings.PAY = "none"
    assert "Your form is safe with us" in words(filled.post(f"{APPLY}/send", follow=True))
    assert Order.objects.count() == 1


def test_back_in_the_same_browser_the_page_says_both(filled, server):
    filled.post(f"{APPLY}/send")
    server.put("success")
    back = server.last["return_url"].removeprefix("http://testserver")
    answer = filled.get(back, follow=True)
    assert answer.request["PATH_INFO"] == f"{APPLY}/sent"
    assert "You have paid £12.50" in words(answer)


def test_back_in_another_browser_the_orders_own_page_says_so(filled, server):
    filled.post(f"{APPLY}/send")
    server.put("success")
    answer = Client().get(server.last["return_url"].removeprefix("http://testserver"), follow=True)
    assert "You have paid" in words(answer)
    assert "We will read it" in words(answer)  # what happens next


def test_not_paid_yet_the_page_that_says_we_have_it_says_that_too(filled):
    filled.post(f"{APPLY}/send")
    page = filled.get(f"{APPLY}/sent")
    assert "You have not paid yet" in words(page)


def test_sent_again_it_goes_on_with_the_same_payment(filled, server):
    filled.post(f"{APPLY}/send")
    filled.post(f"{APPLY}/send")
    assert len(server.payments) == Order.objects.count() == 1
    server.put("success")
    filled.get(server.last["return_url"].removeprefix("http://testserver"))
    assert filled.post(f"{APPLY}/send")["Location"] == f"{APPLY}/sent"


@pytest.mark.django_db(transaction=True)
def test_twenty_sending_at_once_open_one_payment(filled, server):
    def send(_):
        tab = Client()
        tab.cookies = filled.cookies
        return tab.post(f"{APPLY}/send").status_code

    assert set(at_once(20, send)) == {302}
    assert Submission.objects.count() == Order.objects.count() == Attempt.objects.count() == len(server.payments) == 1


def test_a_form_that_costs_nothing_opens_no_payment(client, server):
    made.publish(made.bike("messages:\n", FEES.replace("12.50", "0")))
    made.fill(client)
    assert "Pay and send" not in words(client.get(f"{APPLY}/check-answers"))
    assert client.post(f"{APPLY}/send")["Location"] == f"{APPLY}/sent"
    assert not Order.objects.exists()


def test_an_officer_who_fills_it_in_takes_no_card(server, officer, signed_in):
    made.publish(made.bike("messages:\n", FEES))
    client = signed_in(officer("bikes"))
    client.post("/work/apply/borrow-a-bike/")
    made.fill(client)
    assert "Do not take their card number" in words(client.get(f"{APPLY}/check-answers"))
    assert client.post(f"{APPLY}/send")["Location"] == f"{APPLY}/sent"
    assert Order.objects.count() == 1
    assert not server.payments


def test_walking_the_form_opens_no_payment(server):
    form = made.publish(made.bike("messages:\n", FEES))
    routes, wrong = walk_form(form)
    assert (routes > 1, wrong) == (True, [])
    assert not server.calls
