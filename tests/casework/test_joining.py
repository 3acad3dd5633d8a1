"""Seen before, links, duplicates, warnings."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from borough.casework import actions, matching, warnings
from borough.casework.models import CaseLink
from borough.casework.refusals import NotYours, Refused
from borough.forms.questions.bank import BankAccount
from borough.foundations.people.models import Person

from . import world


def bank(number="12344471", name="Sam Example"):
    typed = {"bank-name": name, "bank-sort_code": "30-94-30", "bank-account_number": number}
    return BankAccount(name="bank", label="Bank").clean(typed, None)


def stranger(**details):
    """Somebody with nothing in common with anybody."""
    blank = {"name": "Else", "email": "", "phone": "", "address": "", "postcode": ""}
    return world.person(**blank | details)


class TestSeenBefore:
    @pytest.mark.parametrize(
        ("kind", "one", "two"),
        [
            ("person", {"name": "Zoë O’Neil", "postcode": "SK1 3XE"}, {"name": "zoe oneil", "postcode": "sk13xe"}),
            ("e-mail address", {"email": "Sam@Example.org"}, {"email": "sam@example.org"}),
            ("telephone number", {"phone": "+44 7700 900123"}, {"phone": "07700 900123"}),
            ("address", {"uprn": 100012345}, {"uprn": 100012345}),
            (
                "address",
                {"name": "One", "address": "3 Mill Lane", "postcode": "SK4 2AB"},
                {"address": "3, mill lane", "postcode": "SK42AB"},
            ),
        ],
    )
    def test_what_makes_two_cases_meet(self, form, ann, kind, one, two):
        first, second = world.case(form, stranger(**one)), world.case(form, stranger(**two))
        assert matching.seen_before(second, ann) == ({first: [kind]}, {})

    def test_a_bank_account_whatever_the_name(self, form, ann):
        first = world.case(form, stranger(), bank=bank())
        second = world.case(form, stranger(), bank=bank(name="Other Name"))
        world.case(form, stranger(), bank=bank("99944471"))
        assert matching.seen_before(second, ann)[0] == {first: ["bank account"]}

    def test_only_hashes_are_kept(self, form):
        case = world.case(form, bank=bank())
        assert {len(key.digest) for key in case.match_keys.all()} == {64}

    def test_another_team_is_only_named(self, client, form, ann, zoe, mo):
        first = actions.transfer(case=world.case(form), team=world.team("housing"), by=mo, reason="A flat")
        second = world.case(form)
        assert matching.seen_before(second, ann)[0] == {}
        html = world.sign_in(client, ann).get(reverse("casework:case", args=[second.reference])).content.decode()
        assert "Housing" in html
        assert first.reference not in html

    def test_nor_is_a_restricted_case_named(self, form, ann, mo):
        first, second = world.case(form), world.case(form)
        actions.restrict(case=first, restricted=True, by=mo, reason="A councillor")
        cases, teams = matching.seen_before(second, ann)
        assert cases == {}
        assert [team.slug for team in teams] == ["business-support"]


def test_a_link_shows_on_both(form, case, ann):
    other = world.case(form)
    actions.link(case=other, other=case, kind="household", by=ann)
    actions.link(case=case, other=other, kind="appeal", by=ann)
    assert CaseLink.objects.get().kind == "appeal"
    assert other.timeline.filter(kind="linked").count() == 2


def test_not_to_itself_nor_to_what_one_may_not_see(form, case, ann, mo):
    with pytest.raises(Refused, match="itself"):
        actions.link(case=case, other=case, kind="related", by=ann)
    theirs = actions.transfer(case=world.case(form), team=world.team("housing"), by=mo, reason="A flat")
    with pytest.raises(NotYours):
        actions.link(case=case, other=theirs, kind="related", by=ann)


class TestMerging:
    def test_a_duplicate_closes_and_points_to_the_other(self, form, case, ann):
        other = world.case(form)
        merged = actions.merge(case=case, into=other, by=ann)
        assert (merged.outcome, merged.merged_into) == ("merged", other)
        assert merged.closed_at
        assert other.timeline.filter(kind="merged").exists()

    def test_what_was_merged_into_it_goes_along(self, form, case, ann):
        second, third = world.case(form), world.case(form)
        actions.merge(case=case, into=second, by=ann)
        actions.merge(case=second, into=third, by=ann)
        case.refresh_from_db()
        assert case.merged_into == third

    def test_no_circles(self, form, case, ann):
        other = world.case(form)
        actions.merge(case=case, into=other, by=ann)
        with pytest.raises(Refused, match="was itself merged"):
            actions.merge(case=other, into=case, by=ann)
        with pytest.raises(Refused, match="merged into"):
            actions.reopen(case=case, by=ann, reason="x")


class TestWarnings:
    def test_it_shows_on_their_cases_until_it_ends(self, client, form, case, ann):
        review = timezone.localdate() + datetime.timedelta(days=30)
        note = actions.warn(person=case.person, text="A big dog", review_on=review, by=ann)
        again = world.case(form)  # the same person, by name and e-mail
        world.sign_in(client, ann)
        where = reverse("casework:case", args=[again.reference])
        assert "A big dog" in client.get(where).content.decode()
        actions.end_warning(warning=note, by=ann, reason="They moved")
        assert "A big dog" not in client.get(where).content.decode()

    def test_not_on_cases_that_only_share_an_account(self, form, ann):
        first = world.case(form, stranger(), bank=bank())
        second = world.case(form, stranger(), bank=bank())
        review = timezone.localdate() + datetime.timedelta(days=30)
        actions.warn(person=first.person, text="A dog", review_on=review, by=ann)
        assert not warnings.about(second, matching.seen_before(second, ann)[0]).exists()

    def test_a_stranger_may_not(self, case, zoe):
        with pytest.raises(NotYours):
            actions.warn(person=case.person, text="x", review_on=timezone.localdate(), by=zoe)

    def test_a_review_date_to_come(self, case, ann):
        with pytest.raises(Refused, match="after today"):
            actions.warn(person=case.person, text="x", review_on=timezone.localdate(), by=ann)


class TestThePersonsRights:
    def test_export_and_erasure(self, case, ann):
        from borough.foundations.audit.actors import SYSTEM
        from borough.foundations.people import actions as people

        actions.note(case=case, text="Rang Sam", by=ann)
        held = people.export(person=case.person, by=SYSTEM)["held"]["casework"]
        assert held["cases"][0]["reference"] == case.reference
        assert any(entry["text"] == "Rang Sam" for entry in held["cases"][0]["timeline"])
        counts = people.erase(person=case.person, reason="Request 7", by=SYSTEM, dry_run=True)
        assert counts["casework"]["cases"] == 1
        case.refresh_from_db()
        assert case.title.startswith("Sam")
        people.erase(person=case.person, reason="Request 7", by=SYSTEM)
        case.refresh_from_db()
        assert case.title == "Erased"
        assert not case.match_keys.exists()
        assert not any(entry.text for entry in case.timeline.all())
        assert Person.objects.get(pk=case.person_id).erased_at
