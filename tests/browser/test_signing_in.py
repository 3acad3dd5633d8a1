"""Signing in, one's account and the team, in a real browser: everywhere, and with nothing axe complains of."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import timezone

from borough.foundations.people.models import Absence, Directorate, Membership, Team, User

from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "correct horse battery"


@pytest.fixture
def code(mailoutbox):
    return lambda: re.search(r"\b[0-9]{6}\b", mailoutbox[-1].body)[0]


@pytest.fixture
def manager(db):
    directorate = Directorate.objects.create(slug="children", name="Children’s Services")
    team = Team.objects.create(slug="fostering", name="Fostering", directorate=directorate)
    user = User.objects.create_user("morgan@council.example", PASSWORD, name="Morgan Made-up")
    Membership.objects.create(user=user, team=team, role="manager")
    other = User.objects.create_user("ola@council.example", PASSWORD, name="Ola Example")
    Membership.objects.create(user=other, team=team)
    today = timezone.localdate()
    Absence.objects.create(user=other, first_day=today, back_on=today + timedelta(days=4), cover=user)
    return user


def test_a_resident_signs_in_and_out(anywhere, code):
    page = anywhere
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill("nobody")
    follow(page.get_by_role("button", name="Send me a code"))
    assert page.title().startswith("Error: ")
    page.get_by_role("alert").get_by_role("link").click()
    page.get_by_label("E-mail address").fill("rosa@example.org")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Check your e-mail").wait_for()
    page.get_by_label("Code").fill(code())
    follow(page.get_by_role("button", name="Sign in"))
    assert page.get_by_role("heading", name="Your account").is_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/you/")
    assert page.get_by_role("heading", name="Sign in").is_visible()


def test_an_officer_sets_up_a_second_factor(anywhere, manager):
    page = anywhere
    page.goto("/sign-in/officer/?next=/work/team/")
    page.get_by_label("E-mail address").fill(manager.email)
    page.locator("#password").fill(PASSWORD)
    follow(page.get_by_role("button", name="Continue"))
    assert page.get_by_role("img", name="A QR code").is_visible()
    key = page.locator(".app-code").inner_text().replace(" ", "")
    page.get_by_label("Code the app shows").fill(format_hotp_value(hotp_value(key, int(time.time()) // 30)))
    follow(page.get_by_role("button", name="Continue"))
    assert page.get_by_role("heading", name="Your recovery codes").is_visible()
    page.goto("/work/team/")
    assert page.get_by_role("heading", name="Your team").is_visible()


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_pages_of_residents_are_accessible(visit, size, axe, code):
    page = visit(size)
    page.goto("/sign-in/")
    axe(page)
    follow(page.get_by_role("button").first)
    axe(page)
    page.get_by_label("E-mail address").fill("rosa@example.org")
    follow(page.get_by_role("button", name="Send me a code"))
    axe(page)
    page.get_by_label("Code").fill(code())
    follow(page.get_by_role("button", name="Sign in"))
    axe(page)
    page.goto("/you/details/")
    axe(page)
    page.get_by_label("Full name").fill("")
    page.get_by_label("Letter").check()
    follow(page.get_by_role("button", name="Keep these details"))
    axe(page)
    page.goto("/you/email/")
    axe(page)
    page.get_by_label("New e-mail address").fill("new@example.org")
    follow(page.get_by_role("button", name="Send me a code"))
    axe(page)
    page.goto("/sign-out/")
    axe(page)


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_pages_of_officers_are_accessible(visit, size, axe, manager):
    page = visit(size)
    for path in ("/sign-in/officer/", "/sign-in/officer/password/", "/sign-in/closed/"):
        page.goto(path)
        axe(page)
    page.goto("/sign-in/officer/")
    page.get_by_label("E-mail address").fill(manager.email)
    page.locator("#password").fill("wrong")
    follow(page.get_by_role("button", name="Continue"))
    axe(page)
    page.locator("#password").fill(PASSWORD)
    follow(page.get_by_role("button", name="Continue"))
    axe(page)
    follow(page.get_by_role("button", name="Continue"))
    axe(page)


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_teams_pages_are_accessible(visit, size, axe, manager):
    page = visit(size, user=manager)
    other = User.objects.get(name="Ola Example")
    forms = [f"/work/team/fostering/{other.pk}/{form}/" for form in ("role", "move", "leave", "absence")]
    for path in ("/you/", "/you/second-factor/", "/work/team/"):
        page.goto(path)
        axe(page)
    for path in ("/work/team/fostering/join/", *forms):
        page.goto(path)
        axe(page)
        follow(page.locator("main form button").last)
        axe(page)
