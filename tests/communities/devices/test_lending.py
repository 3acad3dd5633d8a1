"""From the request to the device back on the shelf, and everything that must not happen on the way."""

import datetime

import pytest
from django.utils import timezone

from borough.casework import actions as casework
from borough.communities.devices import actions, queries, reconciling, rules, telling
from borough.communities.devices.models import Device, Loan
from borough.communities.refusals import Refused
from borough.foundations.measures import registry
from borough.foundations.messages.models import Message

from . import world

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


def test_ask_offer_lend_return_wipe_check_lend_again(form, amy, ben):
    laptop = world.ready(amy, ben)
    request = world.approved(form, amy)
    case = request.case
    case.refresh_from_db()
    assert case.state == "ready"
    assert "Pick it up from Central Library by" in case.fields["ready_where"]

    loan = world.lend(world.offer(request), amy)
    laptop.refresh_from_db(), case.refresh_from_db()
    assert (laptop.state, case.state, case.fields["asset_tag"]) == ("on_loan", "lent", laptop.tag)
    assert "I will give it back by" in loan.agreed_text

    world.back(laptop, amy, parts=["Charger"])
    laptop.refresh_from_db(), case.refresh_from_db(), loan.refresh_from_db()
    assert (laptop.state, case.state, case.fields["condition"]) == ("quarantine", "returned", "parts")
    assert loan.missing == ["Case"]
    actions.bring_parts(loan=loan, parts=["Case"], by=amy)

    second = world.approved(form, amy)
    assert world.offer(second) is None
    world.clear(laptop, amy, ben)
    telling.settle()
    world.lend(world.offer(second), amy)
    found = reconciling.totals()
    assert found.as_dict() == {"devices": 1, "on_loan": 1, "open_loans": 1, "lent_unwiped": 0, "double_loans": 0,
                               "loan_months": 2, "households": 2}  # fmt: skip
    assert not found.breaches


def test_who_waits_is_told_and_who_is_next_gets_it(form, amy, ben):
    first, second = world.approved(form, amy), world.approved(form, amy)
    for request in (first, second):
        request.case.refresh_from_db()
        assert request.case.state == "waiting"
    assert (queries.place(first), queries.place(second)) == (1, 2)
    world.ready(amy, ben)
    telling.settle()
    assert world.offer(first)
    assert world.offer(second) is None
    first.case.refresh_from_db()
    assert first.case.state == "ready"


def test_an_urgent_need_goes_first(form, amy, ben):
    world.approved(form, amy)
    case = world.asked(form)
    casework.set_priority(case=case, priority="urgent", by=amy)
    casework.move(case=case, move="approve", by=amy)
    telling.settle()
    world.ready(amy, ben)
    telling.settle()
    assert world.offer(case.device_request)


def test_declined_once_keeps_the_place_and_then_not(form, amy, ben):
    first, second = world.approved(form, amy), world.approved(form, amy)
    world.ready(amy, ben)
    telling.settle()
    casework.move(case=first.case, move="decline", by=casework_resident())
    telling.settle()
    first.refresh_from_db(), second.refresh_from_db()
    assert world.offer(second)
    assert queries.place(first) == 1
    world.ready(amy, ben)
    telling.settle()
    actions.decline(offer=world.offer(first), by=amy)
    first.refresh_from_db()
    assert first.queued_at > second.queued_at


def casework_resident():
    from borough.foundations.audit.actors import RESIDENT

    return RESIDENT


def test_what_nobody_came_for_passes_on(form, amy, ben):
    first, second = world.approved(form, amy), world.approved(form, amy)
    world.ready(amy, ben)
    telling.settle()
    offer = world.offer(first)
    offer.expires_on = TODAY()
    offer.save()
    assert telling.expire() == 1
    telling.settle()
    first.case.refresh_from_db(), second.case.refresh_from_db()
    assert (first.case.state, second.case.state) == ("waiting", "ready")
    assert telling.expire() == 0


def test_a_partners_allotment_goes_to_whom_they_referred(form, amy, ben):
    from tests import people

    theirs = people.partner("silver-surfers").organisation
    anybody = world.approved(form, amy)
    referred = world.approved(form, amy, partner=theirs)
    laptop = world.device(amy, held_for=theirs)
    world.clear(laptop, amy, ben)
    telling.settle()
    assert world.offer(anybody) is None
    assert world.offer(referred).device == laptop


def test_withdrawing_frees_what_was_kept(form, amy, ben):
    laptop = world.ready(amy, ben)
    request = world.approved(form, amy)
    casework.move(case=request.case, move="withdraw_for_them", reason="They bought one", by=amy)
    laptop.refresh_from_db()
    assert laptop.state == "available"
    request.refresh_from_db()
    assert request.ended == "left"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"signed_name": " "}, "write their name"),
        ({"condition": "broken"}, "repair"),
        ({"due_on": TODAY()}, "after the day it is lent"),
        ({"due_on": TODAY() + DAY * 400}, "within 12 months"),
        ({"lent_on": TODAY() + DAY}, "still to come"),
        ({"lent_on": TODAY() - DAY}, "It was checked on"),
    ],
)
def test_a_loan_that_cannot_be(form, amy, ben, more, words):
    world.ready(amy, ben)
    offer = world.offer(world.approved(form, amy))
    with pytest.raises(Refused, match=words):
        world.lend(offer, amy, **more)
    assert not Loan.objects.exists()


def test_two_officers_lend_the_same_device(form, amy, ben):
    world.ready(amy, ben)
    offer = world.offer(world.approved(form, amy))
    world.lend(offer, amy)
    with pytest.raises(Refused, match="not kept for them any more: borrowed"):
        world.lend(offer, ben)


def test_nothing_is_lent_to_whoever_has_something_overdue_unless_said_why(form, amy, ben):
    who = world.person()
    world.ready(amy, ben)
    loan = world.lend(world.offer(world.approved(form, amy, who)), amy)
    Loan.objects.filter(pk=loan.pk).update(lent_at=timezone.now(), due_on=TODAY() - DAY)
    world.ready(amy, ben)
    offer = world.offer(world.approved(form, amy, who))
    with pytest.raises(Refused, match="was due on") as refused:
        world.lend(offer, amy)
    assert refused.value.field == "override"
    assert world.lend(offer, amy, override="The first is broken and on its way").override


def test_renewed_unless_somebody_waits(form, amy, ben):
    world.ready(amy, ben)
    loan = world.lend(world.offer(world.approved(form, amy)), amy)
    later = loan.due_on + DAY * 28
    assert actions.renew(loan=loan, due_on=later, by=amy).renewals == 1
    with pytest.raises(Refused, match="after the one"):
        actions.renew(loan=loan, due_on=later, by=amy)
    world.approved(form, amy)
    with pytest.raises(Refused, match="1 person waits"):
        actions.renew(loan=loan, due_on=later + DAY, by=amy)
    world.back(loan.device, amy)
    with pytest.raises(Refused, match="come back already"):
        actions.renew(loan=loan, due_on=later + DAY, by=amy)


def test_a_return_of_what_is_not_out(form, amy, ben):
    laptop = world.ready(amy, ben)
    with pytest.raises(Refused, match="It is not on loan"):
        world.back(laptop, amy)


def test_a_return_is_signed_or_said_why_not(form, amy, ben):
    world.ready(amy, ben)
    loan = world.lend(world.offer(world.approved(form, amy)), amy)
    with pytest.raises(Refused, match="agree that it is wiped"):
        world.back(loan.device, amy, wipe_agreed=False)
    with pytest.raises(Refused, match="Say why nobody"):
        world.back(loan.device, amy, signed_how="nobody", signed_name="")
    assert world.back(loan.device, amy, signed_how="nobody", signed_name="", note="In the night box").ended_at


@pytest.mark.parametrize(("how", "state"), [(False, "lost"), (True, "stolen")])
def test_lost_or_stolen_and_found_again(form, amy, ben, how, state):
    laptop = world.ready(amy, ben)
    request = world.approved(form, amy)
    world.lend(world.offer(request), amy)
    actions.lose(device=laptop, stolen=how, note="Left on the bus", by=amy)
    laptop.refresh_from_db(), request.case.refresh_from_db()
    assert (laptop.state, request.case.state) == (state, "lost")
    actions.put(device=laptop, how="find", by=amy)
    world.clear(laptop, amy, ben)
    assert world.offer(world.approved(form, amy)).device == laptop


def test_a_gift_ends_the_loan(form, amy, ben):
    laptop = world.ready(amy, ben)
    request = world.approved(form, amy)
    world.lend(world.offer(request), amy)
    actions.give(device=laptop, note="They need it for good", by=amy)
    laptop.refresh_from_db(), request.case.refresh_from_db()
    assert (laptop.state, request.case.state) == ("gifted", "kept")


def test_wiping_takes_a_method_that_is_enough_and_a_second_person(form, amy, ben):
    laptop = world.device(amy, encrypted=False)
    said = {"evidence": "x", "sim_out": True, "card_out": True, "signed_out": True, "by": amy}
    with pytest.raises(Refused, match="factory reset is not enough"):
        actions.wipe(device=laptop, method="reset", **said)
    for left in ("sim_out", "card_out", "signed_out"):
        with pytest.raises(Refused) as refused:
            actions.wipe(device=laptop, method="erase", **said | {left: False})
        assert refused.value.field == left
    actions.wipe(device=laptop, method="erase", **said)
    with pytest.raises(Refused, match="somebody else"):
        actions.check(device=laptop, passed=True, by=amy)
    with pytest.raises(Refused, match="Say what is wrong"):
        actions.check(device=laptop, passed=False, by=ben)
    actions.check(device=laptop, passed=False, why_not="A photo was still there", by=ben)
    laptop.refresh_from_db()
    assert laptop.state == "quarantine"
    world.clear(laptop, ben, amy)


def test_repaired_and_wiped_again_before_it_was_ever_lent(form, amy, ben):
    laptop = world.ready(amy, ben)
    actions.put(device=laptop, how="repair", note="The screen", by=amy)
    actions.put(device=laptop, how="find", by=amy)
    world.clear(laptop, ben, amy)
    assert laptop.clearances.filter(passed=True).count() == 1
    assert world.lend(world.offer(world.approved(form, amy)), amy)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"tag": "LIB-12"}, "tag"), ({"tag": "BD-00001"}, "tag"), ({"serial": "s 1"}, "serial"),
        ({"imei": "49015420323751"}, "imei"), ({"imei": "490154203237519"}, "imei"), ({"kind": "kettle"}, "kind"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_into_stock(form, amy, more, field):
    actions.add(tag="BD-00001", kind="phone", serial="S1", imei="490154203237518", by=amy)
    with pytest.raises(Refused) as refused:
        actions.add(**{"tag": "BD-00002", "kind": "phone", "by": amy} | more)
    assert refused.value.field == field


def test_reminders_once_each_and_none_after_the_return(form, amy, ben):
    from borough.communities.devices.actions import nudging

    world.ready(amy, ben)
    loan = world.lend(world.offer(world.approved(form, amy)), amy)
    assert nudging.due(TODAY()) == []
    seen = []
    for day in (loan.due_on - DAY * 7, loan.due_on, loan.due_on + DAY * 8, loan.due_on + DAY * 30):
        for one, kind in nudging.due(day):
            actions.remind(loan=one, kind=kind, by=amy)
            seen.append(kind)
        assert nudging.due(day) == []
    assert seen == ["soon", "due", "late_7", "late_21"]
    assert Message.objects.filter(about=loan.about).count() == 4
    assert actions.remind(loan=loan, kind="now", by=amy).by_name == "Amy"
    world.back(loan.device, amy)
    assert nudging.due(loan.due_on + DAY * 100) == []
    with pytest.raises(Refused, match="come back"):
        actions.remind(loan=loan, kind="now", by=amy)


def test_nobody_can_be_reached(form, amy, ben):
    who = world.person(email="", phone="", address="")
    world.ready(amy, ben)
    loan = world.lend(world.offer(world.approved(form, amy, who)), amy)
    with pytest.raises(Refused, match="no e-mail address"):
        actions.remind(loan=loan, kind="now", by=amy)
    assert actions.remind(loan=loan, kind="due", by=amy).message is None


def test_months_of_a_loan_are_counted_alike_here_and_in_the_database(form, amy, ben):
    since, until = queries.year_to(datetime.date(2026, 3, 1))
    assert (since, until) == (datetime.date(2025, 3, 2), datetime.date(2026, 3, 2))
    day = datetime.date
    for first, last, count in (
        (day(2025, 12, 31), day(2026, 2, 28), 2), (day(2025, 12, 31), day(2026, 3, 1), 3),
        (day(2025, 1, 15), day(2025, 3, 16), 1), (day(2026, 3, 1), day(2026, 3, 1), 1), (day(2024, 3, 2), None, 12),
    ):  # fmt: skip
        assert rules.months(first, last or until, since=since, until=until) == count
        laptop = world.ready(amy, ben)
        offer = world.offer(world.approved(form, amy))
        loan = world.lend(offer, amy)
        long_ago = timezone.now() - DAY * 2000
        type(laptop).objects.filter(pk=laptop.pk).update(clearance=None, state="retired")
        moments = {"lent_at": _noon(first), "ended_at": _noon(last) if last else None}
        _rewrite(loan, long_ago, **moments)
        assert queries.loan_months(since, until)[0] == count
        Loan.objects.filter(pk=loan.pk).delete()


def _noon(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def _rewrite(loan, cleared, lent_at, ended_at):
    from django.db import connection

    from borough.communities.devices.models import Clearance

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    Clearance.objects.filter(pk=loan.clearance_id).update(wiped_at=cleared, checked_at=cleared)
    Loan.objects.filter(pk=loan.pk).update(
        cleared_at=cleared, lent_at=lent_at, ended_at=ended_at, ended="returned" if ended_at else ""
    )


def test_numbers_stay_when_a_loan_forgets_who_it_was(form, amy, ben):
    from borough.communities.devices import holding

    world.ready(amy, ben)
    request = world.approved(form, amy)
    loan = world.lend(world.offer(request), amy)
    assert holding.erase(loan.person, dry_run=False) == {"loans": 0}  # it is still out
    world.back(loan.device, amy)
    before = reconciling.totals()
    assert holding.export(loan.person)[0]["signed"] == "Their Name"
    assert holding.erase(loan.person, dry_run=True) == {"loans": 1}
    assert holding.erase(loan.person, dry_run=False) == {"loans": 1}
    loan.refresh_from_db()
    assert (loan.person, loan.signed_name, loan.agreed_text) == (None, "", "")
    assert reconciling.totals() == before


def test_a_device_is_never_available_without_a_check(form, amy):
    assert world.device(amy).state == Device.State.QUARANTINE


def test_what_the_figures_say_the_measures_count(form, amy, ben):
    for _ in range(2):
        world.ready(amy, ben)
        world.lend(world.offer(world.approved(form, amy)), amy, age_band="65_74")
    Loan.objects.update(ward="Edgeley")
    day = timezone.localdate()
    counted = {one.key: one.count(day) for one in registry.measures() if one.key.startswith("device-")}
    assert counted["device-households-for-study"] == 2
    assert counted["device-households-for-work"] == 0
    assert counted["device-households-aged-65-74"] == 2
    assert (counted["device-wards"], counted["device-referrers"]) == (1, 0)
    assert counted["device-households"] == 2
