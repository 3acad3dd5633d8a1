"""The list of everything somebody sent."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from borough.casework import actions
from borough.casework.actions.erasing import erase_case
from borough.casework.models import Case
from borough.forms import actions as forms
from borough.foundations.audit.actors import SYSTEM
from tests import people
from tests.casework import world

HERE = "/your-applications/"


def html(client):
    answer = client.get(HERE)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_was_sent_where_it_is_and_when(sams, case):
    Case.objects.update(opened_at=timezone.now() - datetime.timedelta(days=400))
    case.refresh_from_db()
    page = html(sams)
    assert "Help with a shop" in page
    assert case.reference in page
    assert "We have your request. An officer reads it by" in page
    opened = timezone.localtime(case.opened_at)
    assert f"Sent {opened.day} {opened:%B %Y}" in page


def test_newest_first_but_what_we_need_before_it(sams, person, form, ann):
    old, middle, new = (world.case(form, person) for _ in range(3))
    actions.move(case=old, move="ask", by=ann, reason="Your lease")
    page = html(sams)
    places = [page.index(f">{case.reference}<") for case in (old, new, middle)]
    assert places == sorted(places)
    assert page.index("We need something from you</h2>") < places[0] < page.index(">Open</h2>")


def test_what_was_sent_with_a_proven_email(form):
    case = world.case(form, world.person(email="kim@example.org"))
    world.case(form, world.person(email="kim@example.org"))  # two share it, so neither is linked to the account
    kim = people.signed_in(people.resident(email="kim@example.org"), factor=None)
    assert case.reference in html(kim)


def test_nothing_yet_says_what_will_be_here(stranger):
    page = html(stranger)
    assert "You have not sent us anything yet" in page
    assert 'href="/services/"' in page


@pytest.mark.django_db
def test_somebody_unknown_is_offered_two_ways_in(anonymous):
    page = html(anonymous)
    assert "/sign-in/?next=/your-applications/" in page
    assert "/your-applications/find/" in page


def test_a_partner_sees_what_the_organisation_sent(form, stranger):
    worker, colleague = people.partner(), people.partner()
    sent = world.submission(form, world.person(email="", name="Pat Example"))
    sent.channel, sent.partner, sent.helped_by = "partner", worker.organisation, worker
    sent.save()
    case = world.submitted(sent, form)
    page = html(people.signed_in(colleague, factor=None))
    assert case.reference in page
    assert "for Pat Example" in page
    assert case.reference not in html(stranger)
    assert case.reference not in html(people.signed_in(people.partner("other-helpers"), factor=None))


def test_what_was_begun_can_be_carried_on_in_another_browser(sams, sam, stranger, form):
    journey = forms.begin(form=form, token="a" * 43, answers={"full_name": "Sam"}, by=sam, user=sam)
    assert "You began this and have not sent it" in html(sams)
    there = f"/your-applications/carry-on/{journey.pk}/"
    assert stranger.post(there).status_code == 404
    answer = sams.post(there)
    assert answer["Location"] == "/apply/help-with-a-shop/resume"
    assert sams.get(answer["Location"])["Location"].startswith("/apply/help-with-a-shop/")
    journey.refresh_from_db()
    assert journey.token_hash != forms.token_hash("a" * 43)


def test_what_was_erased_is_gone(sams, case):
    erase_case(case=case, reason="Its time is up", by=SYSTEM)
    assert case.reference not in html(sams)
    assert sams.get(f"{HERE}{case.reference}/").status_code == 404


def test_queries_do_not_grow_with_the_list(sams, person, form, ann):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            html(sams)
        return len(seen)

    world.case(form, person)
    html(sams)
    few = count()
    for _ in range(6):
        actions.move(case=world.case(form, person), move="ask", by=ann, reason="Your lease")
    assert count() == few <= 12
