"""The alliance in a real browser: its public directory, a partner who refers, a champion's session, the helpline."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from borough.communities.alliance import directory
from borough.communities.inclusion import queries as included
from borough.communities.learning import actions as learning
from borough.communities.learning.models import Booking, Check, Session
from borough.communities.referrals.models import Call, Referral
from borough.communities.referrals.rules import WORDS
from borough.foundations.people.models import Person
from tests.communities.alliance import world

from .accessible import check
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = ("narrow", "tablet", "desktop")


@pytest.fixture
def alliance(services):
    """Two partners: one lends devices in Edgeley, the other shows people how in Hazel Grove."""
    world.postcode()
    world.postcode("SK7 4AA", latitude="53.380000", longitude="-2.110000", ward="Hazel Grove")
    lender, teacher = world.partner("Good Neighbours"), world.partner("Silver Surfers")
    world.support(lender, world.site(lender, name="Edgeley Hall"), name="Devices to keep", needs=["device"])
    world.support(teacher, world.site(teacher, "SK7 4AA", name="Grove Hall"), name="Tea and tablets")
    return lender, teacher


@pytest.fixture
def session(alliance):
    _lender, teacher = alliance
    return learning.plan(
        partner=teacher, title="First steps", kind=Session.Kind.GROUP, starts_at=timezone.now() + datetime.timedelta(2),
        minutes=60, places=1, needs=["start"], language="en", site=teacher.sites.get(),
        champion=world.champion(teacher), by=world.team(),
    )  # fmt: skip


def press(page, button):
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def who(page, name, *, their="Their"):
    page.get_by_label(f"{their} name", exact=True).fill(name)
    page.get_by_label(f"{their} e-mail address (optional)").fill("nia@example.org")


def test_help_is_found_by_postcode_need_and_ward(anywhere, alliance):
    page = anywhere
    page.goto("/")
    follow(page.get_by_role("link", name="Get help to be online").first)
    page.get_by_label("Your postcode (optional)").fill("sk7 4aa")
    press(page, "Find help")
    found = page.locator(".app-found__one")
    expect(found).to_have_count(2)
    expect(found.first).to_contain_text("Tea and tablets")
    expect(found.first).to_contain_text("0.0 miles away")
    page.get_by_label("What do you want help with?").select_option("device")
    press(page, "Find help")
    expect(found).to_have_count(1)
    follow(page.locator(".app-wards__list").get_by_role("link", name="Hazel Grove"))
    expect(page.get_by_text("Nobody there offers this yet")).to_be_visible()
    follow(page.get_by_role("link", name="Show all wards"))
    follow(page.get_by_role("link", name="Devices to keep"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Devices to keep")
    page.goto("/support/?postcode=nowhere")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter a whole postcode")
    expect(page.get_by_label("Your postcode (optional)")).to_have_value("nowhere")


def test_a_resident_asks_for_help(either, alliance):
    page = either
    page.goto("/support/")
    follow(page.get_by_role("link", name="Devices to keep"))
    follow(page.get_by_role("button", name="Ask them for help"))
    who(page, "Nia Example", their="Your")
    press(page, "Ask them")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Nia Example")
    page.get_by_label("A device").check()
    page.get_by_label("E-mail", exact=True).check()
    page.get_by_label(re.compile("I agree that you tell")).check()
    press(page, "Ask them")
    expect(page.get_by_text("Good Neighbours knows now")).to_be_visible()
    made = Referral.objects.get()
    assert (made.source, made.state, made.receiver.name) == ("self", "open", "Good Neighbours")


@pytest.mark.parametrize("size", SIZES)
def test_a_partner_refers_and_the_other_sees_it_through(visit, alliance, size):
    lender, teacher = alliance
    page = visit(size, user=world.partners_user(teacher))
    page.goto("/support/ask/")
    page.get_by_label("Who should help?").select_option(label="Good Neighbours")
    page.get_by_label("A device").check()
    who(page, "Nia Example")
    page.get_by_label("E-mail", exact=True).check()
    page.get_by_label(re.compile("They agreed")).check()
    check(page)
    press(page, "Ask them")
    expect(page.get_by_text("We asked Good Neighbours")).to_be_visible()
    check(page)

    other = visit(size, user=world.partners_user(lender))
    other.goto("/alliance/referrals/")
    check(other)
    follow(other.get_by_role("link", name="Nia Example"))
    check(other)
    press(other, WORDS["accept"])
    expect(other.get_by_text("We told them that you will get in touch")).to_be_visible()
    follow(other.get_by_role("link", name=WORDS["give_outcome"]))
    check(other)
    other.get_by_label("They got what they needed").check()
    press(other, "Save")
    check(other)
    made = Referral.objects.get()
    assert made.outcome == "helped"


@pytest.mark.parametrize("size", SIZES)
def test_a_champions_session_from_booking_to_what_is_next(visit, alliance, session, size):
    _lender, teacher = alliance
    resident = visit(size)
    resident.goto("/support/sessions/")
    check(resident)
    follow(resident.get_by_role("link", name="First steps"))
    who(resident, "Nia Example", their="Your")
    check(resident)
    resident.locator("main form button.govuk-button").last.click()
    expect(resident.get_by_role("heading", level=1)).to_be_visible()
    assert Booking.objects.get().state == "booked"
    Session.objects.update(starts_at=timezone.now() - datetime.timedelta(hours=2))

    page = visit(size, user=world.partners_user(teacher))
    page.goto(f"/alliance/sessions/{session.pk}/")
    check(page)
    page.get_by_label("Nia Example").check()
    press(page, "Save")
    assert Booking.objects.get().state == "came"
    follow(page.get_by_role("link", name="Nia Example").first)
    check(page)
    person = Person.objects.get(name="Nia Example")
    page.goto(f"/alliance/people/{person.pk}/check/")
    for fieldset in page.locator("main form fieldset").all()[:4]:
        fieldset.locator("input").first.check()
    page.get_by_label("5: very").check()
    check(page)
    press(page, "Save")
    check(page)
    assert Check.objects.get().confidence == 5
    page.goto(f"/alliance/people/{person.pk}/included/")
    check(page)
    assert included.standing(person).stage == "engaged"


def test_the_helpline_finds_or_makes_the_person(visit, alliance):
    page = visit("desktop", user=world.team())
    page.goto("/work/helpline/")
    check(page)
    follow(page.get_by_role("button", name="Log a call"))
    page.get_by_label("Their name (optional)").fill("Nia Example")
    page.get_by_label("Their telephone number (optional)").fill("07700 900123")
    check(page)
    page.get_by_label("Getting started").check()
    page.get_by_label("Helped on the telephone").check()
    page.locator("main form button.govuk-button").last.click()
    expect(page.get_by_role("heading", name="Latest calls")).to_be_visible()
    assert Call.objects.get().person.name == "Nia Example"


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(visit, alliance, session, size):
    lender, teacher = alliance
    support = directory.supports().first()
    page = visit(size)
    for path in ("/support/", "/support/?postcode=sk7+4aa&need=device", "/support/?postcode=x", "/support/ask/",
                 f"/support/{support.uuid}/", "/support/sessions/", f"/support/sessions/{session.pk}/"):  # fmt: skip
        assert page.goto(path).status == 200, path
        check(page)
    page = visit(size, user=world.partners_user(teacher))
    own = f"/alliance/{teacher.pk}/"
    for path in (own, f"{own}describe/", f"{own}place/", f"{own}champion/", f"{own}support/", "/alliance/referrals/",
                 "/alliance/sessions/", "/alliance/sessions/plan/", "/alliance/devices/"):  # fmt: skip
        assert page.goto(path).status == 200, path
        check(page)
    page = visit(size, user=world.team())
    for path in ("/work/alliance/", "/work/alliance/join/", "/work/alliance/champions/", "/work/referrals/",
                 "/work/helpline/", "/work/helpline/call/", "/work/inclusion/", f"/alliance/{lender.pk}/"):  # fmt: skip
        assert page.goto(path).status == 200, path
        check(page)
