"""Giving cases to officers; absence, leavers and movers."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from borough.casework import actions
from borough.casework.models import Case
from borough.casework.refusals import Refused, StaleCase
from borough.foundations.people import actions as people
from borough.foundations.people.models import Absence, Membership

from . import world


def away(user, cover):
    today = timezone.localdate()
    return Absence.objects.create(user=user, first_day=today, back_on=today + datetime.timedelta(days=7), cover=cover)


def test_taking_a_case(case, ann):
    (taken,) = actions.assign(cases=[case], to=ann, by=ann).given
    assert taken.assignee == ann
    assert taken.timeline.first().text == "took the case"


def test_not_to_somebody_of_another_team(case, ann, zoe):
    result = actions.assign(cases=[case], to=zoe, by=ann)
    assert not result.given
    assert "does not work in" in result.refused[case.reference]


def test_work_of_somebody_away_goes_to_their_cover(case, ann, bob, mo):
    away(ann, bob)
    (given,) = actions.assign(cases=[case], to=ann, by=mo).given
    assert given.assignee == bob
    assert "who covers for Ann" in given.timeline.first().text


def test_without_cover_it_is_refused(case, ann, mo):
    away(ann, None)
    assert "away" in actions.assign(cases=[case], to=ann, by=mo).refused[case.reference]


def test_a_cover_of_another_team_does_not_see_it(case, ann, mo, zoe):
    away(ann, zoe)
    assert actions.assign(cases=[case], to=ann, by=mo).refused


def test_one_that_cannot_be_given_does_not_keep_the_others_back(form, case, ann, bob):
    closed = actions.move(case=world.case(form), move="refuse", by=bob, reason="No")
    result = actions.assign(cases=[case, closed], to=ann, by=ann)
    assert [given.pk for given in result.given] == [case.pk]
    assert list(result.refused) == [closed.reference]


def test_on_a_cases_own_page_a_stale_form_is_told(case, ann, bob):
    actions.assign(cases=[case], to=bob, by=bob)
    with pytest.raises(StaleCase):
        actions.assign(cases=[case], to=ann, by=ann, revision=case.revision)


def test_in_bulk_from_the_list(client, form, ann, bob):
    cases = [world.case(form) for _ in range(3)]
    world.sign_in(client, ann)
    chosen = {"case": [case.reference for case in cases[:2]], "to": str(bob.pk), "back": "/work/unassigned/"}
    response = client.post(reverse("casework:assign"), chosen, follow=True)
    assert response.redirect_chain == [("/work/unassigned/", 302)]
    assert "2 cases now with Bob" in response.content.decode()
    assert Case.objects.filter(assignee=bob).count() == 2


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"to": "me"}, "Choose one case or more"),
        ({"case": "ref"}, "Choose who takes"),
        ({"case": "ref", "to": "999"}, "Choose who takes"),
        ({"case": ["\x00", "‮"], "to": "me"}, "Choose one case or more"),
    ],
)
def test_what_was_not_chosen_is_asked_for(client, case, ann, sent, words):
    sent = {key: case.reference if value == "ref" else value for key, value in sent.items()}
    response = world.sign_in(client, ann).post(
        reverse("casework:assign"), sent | {"back": "//evil.example/"}, follow=True
    )
    assert response.redirect_chain == [("/work/", 302)]
    assert words in response.content.decode()


def test_not_a_strangers_case(client, case, zoe):
    world.sign_in(client, zoe).post(reverse("casework:assign"), {"case": case.reference, "to": "me"})
    case.refresh_from_db()
    assert case.assignee is None


class TestHandingOver:
    def test_a_leavers_cases_go_to_whoever_takes_over(self, form, case, ann, bob, mo):
        actions.assign(cases=[case], to=ann, by=ann)
        people.leave(user=ann, on=timezone.localdate(), by=mo, to=bob)
        case.refresh_from_db()
        assert case.assignee == bob
        assert "passed it on from Ann" in case.timeline.first().text

    def test_or_back_to_the_team(self, case, ann, mo):
        actions.assign(cases=[case], to=ann, by=ann)
        people.leave(user=ann, on=timezone.localdate(), by=mo)
        case.refresh_from_db()
        assert case.assignee is None

    def test_a_mover_leaves_only_that_teams_work(self, form, case, ann, mo):
        Membership.objects.create(user=ann, team=world.team("housing"), role="officer")
        other = actions.transfer(case=world.case(form), team=world.team("housing"), by=mo, reason="A flat")
        actions.assign(cases=[case, other], to=ann, by=ann)
        assert actions.hand_over(user=ann, to=None, by=mo, team=case.team) == 1
        other.refresh_from_db()
        assert other.assignee == ann


def test_closed_cases_are_not_given(case, ann, bob):
    closed = actions.move(case=case, move="refuse", by=bob, reason="No")
    with pytest.raises(Refused, match="closed"):
        actions.assign(cases=[closed], to=ann, by=ann, revision=closed.revision)
