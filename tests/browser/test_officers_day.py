"""An officer's day, from signing in to the last case, and the lists on the way."""

import csv
import re
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from playwright.sync_api import expect

from borough.casework.models import Case
from borough.foundations.messages.models import Message
from tests.people import officer, team

from .sending import sent

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "correct horse battery"


@pytest.fixture
def amina(services):
    """An officer of two teams, with an app for her second factor."""
    user = officer("digital-inclusion", name="Amina Example", email="amina@council.example")
    user.memberships.create(team=team("fostering"))
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def device(amina):
    return sent("borrow-a-device")


def test_from_signing_in_to_a_question_asked(desktop, amina, device):
    page = desktop
    secret = generate_totp_secret()
    TOTP.activate(amina, secret)
    page.goto("/work/")
    page.get_by_label("E-mail address").fill(amina.email)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Code").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")

    page.get_by_role("link", name=re.compile("Unassigned")).click()
    page.get_by_role("link", name=device.reference).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ivy Example")
    page.get_by_role("button", name="Take the case").click()
    expect(page.get_by_text("With you")).to_be_visible()
    while (done := page.get_by_role("button", name=re.compile("^Done"))).count():
        with page.expect_navigation():
            done.first.click()
    expect(page.get_by_role("heading", name="Next: approve")).to_be_visible()

    page.get_by_role("link", name="Ask for something more").click()
    page.get_by_role("button", name="Ask for something more").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.locator("[name=reason]").fill("Which library is nearest to you?")
    with page.expect_navigation():
        page.get_by_role("button", name="Ask for something more").click()
    expect(page.get_by_text("Clock stopped")).to_be_visible()
    assert "Which library" in Message.objects.filter(about=device.about).latest("pk").body

    page.locator("summary", has_text="Add a note").click()
    page.locator("#note").fill("Rang, no answer.")
    with page.expect_navigation():
        page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Rang, no answer.").first).to_be_visible()
    page.get_by_role("link", name=re.compile("My work")).click()
    expect(page.get_by_role("link", name=device.reference)).to_be_visible()
    case = Case.objects.get(pk=device.pk)
    assert (case.state, case.assignee) == ("more_needed", amina)


@pytest.mark.parametrize("javascript", [True, False])
def test_lists_are_filtered_searched_and_shared_out(visit, amina, device, javascript):
    fostering, again = sent("become-a-foster-carer"), sent("borrow-a-device", full_name="Nia Example")
    page = visit("desktop", javascript=javascript, user=amina)
    page.goto("/work/cases/")
    expect(page.locator("tbody tr")).to_have_count(3)
    page.get_by_label("Service").select_option("borrow-a-device")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.goto("/work/unassigned/")
    expect(page.locator("tbody tr")).to_have_count(2)  # filters stay

    for case in (device, again):
        page.get_by_label(f"Choose {case.reference}").check()
    page.get_by_label("Give the chosen cases to").select_option("me")
    with page.expect_navigation():
        page.get_by_role("button", name="Give").click()
    expect(page.get_by_text("2 cases now with Amina Example")).to_be_visible()

    for words, found in ((fostering.reference.lower(), fostering), ("nia", again), ("SK1 1AA", fostering)):
        page.goto("/work/find/")
        page.locator("[name=q]").fill(words)
        with page.expect_navigation():
            page.get_by_role("button", name="Search").click()
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.get_by_role("link", name=found.reference)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as a spreadsheet (CSV)").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 2
    assert fostering.reference in rows[1]


def test_shortcuts_are_listed_work_and_can_be_turned_off(visit, amina, device):
    page = visit("desktop", user=amina)
    page.goto("/work/cases/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement === document.body")  # the browser moves it when it next draws
    page.keyboard.press("j")
    expect(page.get_by_role("link", name=device.reference)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("[name=q]")).to_be_focused()
    page.keyboard.type("?g")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.keyboard.press("f")
    page.wait_for_url("**/work/find/")

    page.keyboard.press("?")
    page.get_by_label("Use shortcuts on this computer").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Keyboard shortcuts (?)").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_two_officers_at_once_and_the_second_is_told(visit, amina, device):
    first, second = visit("desktop", user=amina), visit("desktop", user=officer("digital-inclusion"))
    for page in (first, second):
        page.goto(f"/work/cases/{device.reference}/priority/")
        page.get_by_label("Urgent").check()
    for page in (first, second):
        with page.expect_navigation():
            page.get_by_role("button", name="Change it").click()
    expect(first.get_by_role("heading", level=1)).to_contain_text("Ivy Example")
    expect(second.locator(".govuk-error-summary")).to_be_visible()
    expect(second.get_by_label("Urgent")).to_be_checked()
