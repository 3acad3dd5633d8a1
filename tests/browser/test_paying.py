"""Paying for a form: sent, refused by the bank, paid at the second try, and given back."""

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from borough.casework.models import Case
from borough.foundations.audit.actors import Actor
from borough.foundations.pay import actions, links
from borough.foundations.pay.models import Order
from tests.forms import made
from tests.foundations.pay import world
from tests.people import officer, resident

from .accessible import check
from .conftest import PATIENCE, SIZES, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
APPLY = "/apply/borrow-a-bike"
FEES = "fees: [{label: Hire, amount: 12.50}, {label: A lock, amount: 2}]\nmessages:\n"


@pytest.fixture
def server(settings):
    with world.on(settings) as server:
        yield server


@pytest.fixture
def bike(transactional_db):
    return made.publish(made.bike("messages:\n", FEES))


@pytest.fixture
def open_page(browser, live_server):
    """open_page(javascript=True, size="phone", user=None): a page that may go to the provider, and nowhere else."""
    contexts, refused = [], []

    def opened(*, javascript=True, size="phone", user=None):
        context = browser.new_context(
            viewport=SIZES[size], java_script_enabled=javascript, has_touch=True, locale="en-GB",
            base_url=live_server.url,
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if user:
            sign_in(context, user, live_server.url)
        page = context.new_page()
        page.on("console", lambda line: refused.append(line.text) if "Content Security Policy" in line.text else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert refused == []


def filled(page):
    """The form answered out of sight, and this page where it is checked."""
    client = Client()
    made.fill(client)
    cookie = "form-borrow-a-bike"
    page.goto("/")
    page.context.add_cookies([{"name": cookie, "value": client.cookies[cookie].value, "url": page.url}])
    page.goto(f"{APPLY}/check-answers")
    return page


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


@pytest.mark.parametrize("javascript", [False, True], ids=["without-js", "with-js"])
def test_refused_by_the_bank_and_paid_at_the_second_try(open_page, bike, server, javascript):
    page = filled(open_page(javascript=javascript))
    expect(page.get_by_text("£14.50")).to_be_visible()
    press(page, "Pay and send")
    assert page.url.startswith(f"{server.url}/secure/")
    press(page, "Have it refused")
    expect(page.get_by_text("Your payment did not go through.")).to_be_visible()
    press(page, "Try again")
    press(page, "Confirm payment")
    expect(page.get_by_text("You have paid £14.50.")).to_be_visible()
    assert page.url.endswith(f"{APPLY}/sent")
    order = Order.objects.get()
    assert order.paid
    assert order.attempts.count() == len(server.payments) == 2


def test_left_and_paid_later_from_the_link(open_page, bike, server):
    page = filled(open_page(javascript=False))
    press(page, "Pay and send")
    later = open_page(javascript=False)
    later.goto(links.path(Order.objects.get()))
    expect(later.get_by_text("You began to pay and have not finished.")).to_be_visible()
    press(later, "Go on paying")
    press(later, "Confirm payment")
    expect(later.get_by_role("heading", level=1)).to_contain_text("You have paid")
    page.goto(f"{APPLY}/sent")
    expect(page.get_by_text("You have paid £14.50.")).to_be_visible()


def test_every_state_is_accessible(open_page, bike, server):
    page = filled(open_page(size="narrow"))
    check(page)
    page.goto(f"{APPLY}/check-answers?changed")
    check(page)
    page.goto(f"{APPLY}/check-answers")
    press(page, "Pay and send")
    order = Order.objects.get()
    for look in (f"{APPLY}/sent", links.path(order), links.path(order) + "?opened=no", links.path(order) + "?asked=no"):
        page.goto(look)
        check(page)
    server.put("failed")
    page.goto(links.path(order) + "back/")
    check(page)
    world.paid(server, order)
    for look in (links.path(order), f"{APPLY}/sent", "/pay/nonsense/"):
        page.goto(look)
        check(page)


def test_what_comes_after_is_accessible_too(open_page, bike, server):
    """Paid twice, a part given back, and an order whose case has ended."""
    page = open_page(size="narrow")
    order = world.order()
    world.pay(order)
    first = server.put("failed")
    world.paid(server, order)
    server.put("success", first)
    actions.ask(attempt=order.attempts.first())
    refunded = order.attempts.last()
    actions.refund(attempt=refunded, pence=1000, reason="Not needed", by=Actor("officer", "2", "Pam Example"))
    page.goto(links.path(order))
    expect(page.get_by_text("You paid twice. We will pay £25 back to your card.")).to_be_visible()
    expect(page.get_by_text("£10 is on its way back to the card")).to_be_visible()
    check(page)
    filled(page)
    press(page, "Pay and send")
    Case.objects.update(closed_at=timezone.now(), state="lent", outcome="lent")
    page.goto(links.path(Order.objects.latest("pk")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("There is nothing to pay")
    check(page)


def test_the_residents_page_and_the_officers_are_accessible(open_page, bike, server):
    filled(press_send := open_page(javascript=False))
    press(press_send, "Pay and send")
    order, case = Order.objects.get(), Case.objects.get()
    theirs = open_page(size="narrow", user=resident(email="ada@example.org"))
    theirs.goto("/your-applications/")
    check(theirs)
    theirs.goto(f"/your-applications/{case.reference}/")
    check(theirs)
    with theirs.expect_navigation():
        theirs.get_by_role("button", name="Pay £14.50").click()
    world.pay(order)
    first = server.put("failed")
    world.paid(server, order)
    server.put("success", first)
    actions.ask(attempt=order.attempts.first())
    mo = open_page(size="desktop", user=officer("bikes", "manager"))
    mo.goto(f"/work/cases/{case.reference}/")
    check(mo)
    with mo.expect_navigation():
        mo.get_by_role("link", name="Give money back").first.click()
    check(mo)
    mo.get_by_label("How much?").fill("100")
    press(mo, "Give it back")
    expect(mo.locator(".govuk-error-summary")).to_be_visible()
    check(mo)
    mo.get_by_label("How much?").fill("14.50")
    mo.get_by_label("Why?").fill("Paid twice")
    press(mo, "Give it back")
    expect(mo.get_by_text("£14.50 is on its way back.")).to_be_visible()
    check(mo)
    theirs.goto(f"/your-applications/{case.reference}/")
    check(theirs)


@pytest.mark.urls("tests.browser.urls")
def test_pretending_to_pay_is_accessible(visit, bike, demonstration, settings):
    settings.PAY = "pretend"
    page = filled(visit("narrow"))
    press(page, "Pay and send")
    check(page)
    press(page, "Have the bank say no")
    expect(page.get_by_text("The bank said no to the card.")).to_be_visible()
    press(page, "Try again")
    with page.expect_navigation():
        page.get_by_role("button", name="Pay", exact=True).click()
    expect(page.get_by_text("You have paid £14.50.")).to_be_visible()
