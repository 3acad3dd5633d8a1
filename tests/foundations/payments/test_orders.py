"""A payment is ordered once, put into one file, and never released by whoever approved it."""

import json

import pytest
from django.db import IntegrityError

from borough.foundations import vault
from borough.foundations.audit.actors import Actor
from borough.foundations.audit.models import AuditEvent
from borough.foundations.payments import actions
from borough.foundations.payments.files import as_csv
from borough.foundations.payments.models import PaymentFile, PaymentOrder
from borough.foundations.people.models import Directorate, Team
from tests.foundations.together import at_once

PAYER = Actor("officer", "2", "Pam Example")


def team():
    directorate, _ = Directorate.objects.get_or_create(slug="place", defaults={"name": "Place"})
    return Team.objects.get_or_create(slug="grants", defaults={"name": "Grants", "directorate": directorate})[0]


def account(name="Sam Example"):
    whole = json.dumps({"name": name, "sort_code": "309430", "account_number": "00012345"})
    return {"sealed": vault.seal(whole), "last": "2345", "digest": "x"}


def order(about="case:BSG-222-222", **changes):
    fields = {"about": about, "team": team(), "payee": account(), "pence": 275_050, "approved_by": "1", "by": PAYER}
    return actions.order(**fields | changes)


@pytest.mark.django_db
def test_a_record_is_paid_once_however_often_it_is_ordered():
    assert order() == order(pence=999)
    assert PaymentOrder.objects.get().pence == 275_050


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes", [{"approved_by": "2"}, {"pence": 0}, {"payee": {"sealed": None} | {"last": "1"}} | {"approved_by": "2"}]
)
def test_the_database_refuses(changes):
    with pytest.raises(IntegrityError):
        order(**changes)


@pytest.mark.django_db
def test_the_database_refuses_a_payee_in_the_open():
    with pytest.raises(IntegrityError):
        PaymentOrder.objects.create(
            about="case:X", team=team(), payee={"name": "Sam"}, last="1", pence=1, approved_by="1", released_by="2"
        )


@pytest.mark.django_db
def test_a_file_holds_what_the_bank_needs_and_says_who_made_it():
    order()
    file = actions.make_file(teams=[team()], by=PAYER)
    assert as_csv(file).splitlines()[1] == "BSG-222-222,Sam Example,309430,00012345,2750.50"
    event = AuditEvent.objects.get(action="payment_file.made")
    assert event.data == {"orders": 1, "pence": 275_050}
    with pytest.raises(actions.NothingToPay):
        actions.make_file(teams=[team()], by=PAYER)


@pytest.mark.django_db
def test_a_name_that_looks_like_a_formula_is_only_a_name():
    order(payee=account("=HYPERLINK(1)"))
    assert "'=HYPERLINK(1)" in as_csv(actions.make_file(teams=[team()], by=PAYER))


@pytest.mark.django_db
def test_another_teams_payments_stay_where_they_are():
    order()
    with pytest.raises(actions.NothingToPay):
        actions.make_file(teams=[], by=PAYER)


@pytest.mark.django_db(transaction=True)
def test_twenty_officers_at_once_make_one_file():
    teams = [team()]
    for number in range(5):
        order(about=f"case:BSG-{number}")

    def make(_):
        try:
            return actions.make_file(teams=teams, by=PAYER)
        except actions.NothingToPay:
            return None

    made = [file for file in at_once(20, make) if file]
    assert len(made) == 1
    assert PaymentFile.objects.get().orders.count() == 5
