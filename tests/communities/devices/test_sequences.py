"""Whatever happens in whatever order: one offer at a time, nobody passed over, no device in two hands or unwiped."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import integers

from borough.casework import actions as casework
from borough.communities.devices import actions, reconciling, telling
from borough.communities.devices.models import Clearance, Device, Loan, Offer, Request
from borough.communities.refusals import Refused

from . import world

PEOPLE, DEVICES, SHARDS = 4, 2, 10
SEQUENCES = 1_000
WANTS = ("laptop", "laptop", "tablet", "laptop")
WHO, WHICH = integers(0, PEOPLE - 1), integers(0, DEVICES - 1)


class Library(RuleBasedStateMachine):
    """Four people, two laptops, and everything that the queue and the counter can do with them."""

    cases, devices, amy, ben = [], [], None, None

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    @rule(who=WHO)
    def join(self, who):
        case = self.cases[who]
        case.refresh_from_db()
        if case.state == "submitted":
            casework.move(case=case, move="approve", by=self.amy)

    @rule(who=WHO)
    def decline(self, who):
        if offer := self.offer(who):
            telling.put_back(offer, reason="Not this one", by=self.amy, ended=Offer.Ended.DECLINED)

    @rule(who=WHO)
    def expire(self, who):
        if offer := self.offer(who):
            assert telling.put_back(offer, reason="Nobody came", by=self.amy)
            assert not telling.put_back(offer, reason="Nobody came", by=self.amy)  # the job and a person at once

    @rule(who=WHO)
    def claim(self, who):
        self.settle()
        if offer := self.offer(who):
            world.lend(offer, self.amy)
            with pytest.raises(Refused), transaction.atomic():
                world.lend(offer, self.ben)

    @rule(which=WHICH)
    def bring_back(self, which):
        device = self.devices[which]
        out = Loan.objects.filter(device=device, ended_at=None).exists()
        if out:
            world.back(device, self.amy)
        with pytest.raises(Refused), transaction.atomic():
            world.back(device, self.amy)

    @rule(which=WHICH)
    def clear(self, which):
        device = self.fresh(which)
        if device.state == "quarantine":
            world.clear(device, self.ben, self.amy)

    @rule(which=WHICH)
    def break_and_repair(self, which):
        device = self.fresh(which)
        if device.state in ("available", "wiped"):
            actions.put(device=device, how="repair", note="Screen", by=self.amy)
        elif device.state == "repair":
            actions.put(device=device, how="find", note="", by=self.amy)

    @rule()
    def settle(self):
        before = set(Offer.objects.values_list("pk", flat=True))
        waiting = [r for r in Request.objects.filter(ended_at=None) if not r.offers.filter(ended_at=None).exists()]
        order = sorted(waiting, key=lambda r: (r.band, r.queued_at, r.pk))
        telling.settle()
        got = {offer.request_id: offer for offer in Offer.objects.exclude(pk__in=before)}
        for request in order:  # nobody is passed over for what they could have had
            for later in order[order.index(request) + 1 :]:
                if request.pk not in got and (offer := got.get(later.pk)):
                    assert offer.device.kind not in request.kinds or request.offers.filter(device=offer.device).exists()
        free = Device.objects.filter(state="available")
        for request in order:
            if request.pk not in got:
                for device in free:
                    assert device.kind not in request.kinds or request.offers.filter(device=device).exists()

    @invariant()
    def it_adds_up(self):
        assert not reconciling.totals().breaches
        live = Offer.objects.filter(ended_at=None)
        assert live.count() == Device.objects.filter(state="offered").count()
        assert len({o.request_id for o in live}) == len({o.device_id for o in live}) == live.count()
        for loan in Loan.objects.select_related("clearance"):
            before = Loan.objects.filter(device=loan.device_id, pk__lt=loan.pk).order_by("pk").last()
            assert loan.clearance.passed
            assert loan.clearance.after_loan_id == (before and before.pk)
            assert loan.clearance.wiped_by_id != loan.clearance.checked_by_id
        assert not Clearance.objects.filter(loan=None, passed=True, device__state="on_loan").exists()

    def offer(self, who):
        return Offer.objects.filter(request__case=self.cases[who], ended_at=None).select_related("device").first()

    def fresh(self, which):
        return Device.objects.get(pk=self.devices[which].pk)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_whatever_happens_in_whatever_order(shard, form, amy, ben):
    """A tenth of the thousand, so that the tenths run side by side."""
    cases = [world.asked(form, kind=kind) for kind in WANTS]
    kinds = ("laptop", "tablet") if shard % 2 else ("laptop", "laptop")
    devices = [world.ready(amy, ben, kind=kind) for kind in kinds]
    made = type("Made", (Library,), {"cases": cases, "devices": devices, "amy": amy, "ben": ben})
    run_state_machine_as_test(
        made,
        settings=settings(
            max_examples=SEQUENCES // SHARDS, stateful_step_count=10, suppress_health_check=list(HealthCheck)
        ),
    )
