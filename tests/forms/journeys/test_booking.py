"""A time booked in a form: held as it is chosen, taken as the form is sent, and never two people's."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from borough.casework import actions as cases
from borough.casework.models import Case
from borough.forms.models import Journey, Submission
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.bookings.models import Booking
from borough.foundations.messages.models import Message
from tests.foundations.together import at_once

from .. import made

BASE = "/apply/book-a-visit/"


@pytest.fixture
def visit(db):
    return made.publish((made.HERE / "book-a-visit.yaml").read_text(), "book-a-visit")


@pytest.fixture
def times(visit):
    """The times there are from the next whole day on, as a page has them: tomorrow's first may be too soon by now."""
    found = [f"{at:%Y-%m-%dT%H:%M}" for at in visit.questions["visit"].times()]
    return found[next(at for at, time in enumerate(found) if time.endswith("T09:00")) :]


def choose(client, time, bring="A ladder"):
    client.post(f"{BASE}name", {"full_name": "Ada Example"})
    return client.post(f"{BASE}visit", {"visit": time, "visit-from": "", "bring": bring})


def send(client):
    client.post(f"{BASE}email", {"email": "ada@example.org"})
    return client.post(f"{BASE}send")


def run_out():
    Booking.objects.update(held_until=timezone.now() - datetime.timedelta(minutes=1))


def test_a_time_is_held_then_taken_for_the_case(client, times):
    assert choose(client, times[0])["Location"] == f"{BASE}email"
    assert Booking.objects.get().about == f"journey:{Journey.objects.get().pk}"
    assert send(client)["Location"] == f"{BASE}sent"
    booking = Booking.objects.get()
    assert (booking.about, booking.held_until) == (Case.objects.get().about, None)
    assert timezone.localtime(booking.starts_at).strftime("%Y-%m-%dT%H:%M") == times[0]
    assert ", 9am to 9:30am" in Message.objects.get().body


def test_somebody_else_is_not_shown_it_and_cannot_take_it(client, times):
    other = Client()
    other.post(f"{BASE}name", {"full_name": "Bo Example"})
    assert f'value="{times[0]}"' in other.get(f"{BASE}visit").content.decode()
    choose(client, times[0])
    assert f'value="{times[0]}"' not in other.get(f"{BASE}visit").content.decode()
    html = choose(other, times[0], bring="A <saw>").content.decode()
    assert "That time is no longer free. Choose another" in html
    assert 'value="A &lt;saw&gt;"' in html
    assert choose(other, times[1])["Location"] == f"{BASE}email"


def test_another_choice_gives_the_first_back(client, times):
    choose(client, times[0])
    choose(client, times[1])
    assert choose(Client(), times[0]).status_code == 302


def test_a_hold_that_ran_out_and_was_lost_is_said_before_sending_and_nothing_else_is_lost(client, times):
    choose(client, times[0])
    run_out()
    assert choose(Client(), times[0]).status_code == 302
    response = send(client)
    assert response["Location"] == f"{BASE}visit?change=again"
    page = client.get(response["Location"]).content.decode()
    assert "That time is no longer free. Choose another" in page
    assert 'value="A ladder"' in page
    assert not Submission.objects.exists()
    choose(client, times[1])
    assert client.post(f"{BASE}send")["Location"] == f"{BASE}sent"


def test_a_hold_that_ran_out_and_nobody_wanted_is_taken(client, times):
    choose(client, times[0])
    run_out()
    assert send(client)["Location"] == f"{BASE}sent"


def test_who_withdraws_gives_the_time_back(client, times):
    choose(client, times[0])
    send(client)
    cases.move(case=Case.objects.get(), move="withdraw", by=RESIDENT)
    assert not Booking.objects.exists()
    assert choose(Client(), times[0]).status_code == 302


def test_what_is_done_stays_booked(client, times, officer):
    choose(client, times[0])
    send(client)
    cases.move(case=Case.objects.get(), move="finish", by=officer("visitors"))
    assert Booking.objects.count() == 1


def test_other_days_are_a_button_away_and_keep_what_was_typed(client, times):
    client.post(f"{BASE}name", {"full_name": "Ada"})
    first = client.get(f"{BASE}visit").content.decode()
    later = first.split('value="days visit ')[1][:10]
    html = client.post(f"{BASE}visit", {"visit": "", "bring": "A rope", "do": f"days visit {later}"}).content.decode()
    assert f'value="{later}T09:00"' in html
    assert 'value="A rope"' in html
    assert "There is a problem" not in html


def test_a_time_chosen_on_the_first_page_begins_the_journey(client, db):
    text = (made.HERE / "book-a-visit.yaml").read_text().replace("pages:\n  - name: name\n", "pages:\n  - name: last\n")
    pages = text.split("  - name: last\n")
    name, rest = pages[1].split("  - name: visit\n", 1)
    visit, rest = rest.split("  - name: email\n", 1)
    text = f"{pages[0]}  - name: visit\n{visit}  - name: name\n{name}  - name: email\n{rest}"
    form = made.publish(text, "book-a-visit")
    time = f"{form.questions['visit'].times()[0]:%Y-%m-%dT%H:%M}"
    response = client.post(f"{BASE}visit", {"visit": time, "bring": "A ladder"})
    assert response["Location"] == f"{BASE}name"
    journey = Journey.objects.get()
    assert (journey.answers["bring"], journey.answers["visit"]["at"]) == ("A ladder", time)


@pytest.mark.django_db(transaction=True)
def test_twenty_who_want_one_time_leave_one_with_it():
    form = made.publish((made.HERE / "book-a-visit.yaml").read_text(), "book-a-visit")
    time = f"{form.questions['visit'].times()[0]:%Y-%m-%dT%H:%M}"

    def ask(n):
        client = Client(REMOTE_ADDR=f"10.0.0.{n + 1}")
        if choose(client, time).status_code != 302:
            return False
        return send(client)["Location"] == f"{BASE}sent"

    assert sum(at_once(20, ask)) == 1
    assert Booking.objects.filter(held_until=None).count() == Booking.objects.count() == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (", frees: true", "", "keeps the time they booked: add `frees: true`"),
        ("diary: visits", "optional: true", "“diary” is needed"),
        ("to: 11:00", "to: 09:10", "has no room for 30 minutes"),
        ("every: 30", "notice: soon", "rite a length of time as “2 hours”"),
    ],
)
def test_what_cannot_work_is_a_fault_with_its_place(old, new, said):
    text = (made.HERE / "book-a-visit.yaml").read_text()
    assert any(said in str(fault) for fault in made.loaded(text.replace(old, new), "book-a-visit").faults)


def test_one_address_cannot_hold_every_time(client, visit, times, monkeypatch):
    monkeypatch.setattr("borough.forms.views.booking.MOST", 2)
    held = [choose(Client(), time).status_code for time in times[:2]]
    assert held == [302, 302]
    html = choose(Client(), times[2]).content.decode()
    assert "You have chosen very many times. Wait a few minutes" in html
    assert choose(Client(REMOTE_ADDR="10.9.9.9"), times[2]).status_code == 302
