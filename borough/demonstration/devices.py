"""The device library at Stockport's size: 302 devices out of 360, and a year of loans that adds up.

Stockport Council told of its first year: 2,200 loan-months to 326 households from 302 devices, of which 110 were
laptops, 84 tablets, 83 dongles and 25 smartphones. The loans of cases come first; the rest is made around them so that
the totals of the year are these exactly, whatever day the demonstration is made to.
"""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

from django.contrib.auth.models import Group

from borough.casework.models import Case, TimelineEntry
from borough.communities.devices import agreement, policy, queries, rules
from borough.communities.devices.actions import lending
from borough.communities.devices.models import Clearance, DataItem, Device, Donation, Loan, Offer, Request
from borough.foundations.audit.models import AuditEvent
from borough.foundations.people.models import Organisation, Person

from . import residents
from .stories import days

OUT = {"laptop": 110, "tablet": 84, "dongle": 83, "phone": 25}
DEVICES, LOAN_MONTHS, HOUSEHOLDS = 360, 2_200, 326
ENDED = 120  # loans of the year that have ended, beside those of cases
HERE = {"quarantine": 12, "wiped": 8, "repair": 6}  # of what is neither lent nor kept for somebody; the rest is free
SHARED = 40  # dongles that went to a home with a laptop or a tablet of ours
HOLDERS = ("silver-surfers", "new-start-housing", "mersey-street-kitchen")  # partners with an allotment
TEAMS = ("digital-inclusion", "libraries")  # their officers work at the counter
DAY = datetime.timedelta(days=1)
SITES = ("Central Library", "Edgeley Library", "Reddish Library", "Marple Library", "Hazel Grove Library")
MODELS = {
    "laptop": (("Lenovo", "ThinkPad L13", "8 GB, 256 GB", 42_000), ("Acer", "Chromebook 314", "4 GB, 64 GB", 19_900)),
    "tablet": (("Samsung", "Galaxy Tab A9", "64 GB", 14_900), ("Lenovo", "Tab M10", "64 GB", 12_900)),
    "phone": (("Motorola", "Moto G24", "128 GB", 9_900),),
    "dongle": (("Huawei", "E5577", "4G", 4_500),),
}
PARTS = {"laptop": ["Charger", "Bag"], "tablet": ["Charger", "Case"], "phone": ["Charger"], "dongle": ["Cable"]}
FUNDERS = ("Greater Manchester Combined Authority", "Stockport Homes", "A local company", "Council")
PURPOSES = ("study", "work", "benefits", "health", "touch")
AGES = ("18_34", "35_54", "35_54", "55_64", "65_74", "65_74", "75_over", "75_over")
GONE = ("lost", "stolen", "gifted", "retired")


@dataclass(eq=False)
class Plan:
    """One loan to be: started months, when it began and, if it has, ended."""

    kind: str
    person: Person
    months: int
    ended: bool = False
    first: datetime.date | None = None
    last: datetime.date | None = None  # the day it came back


@dataclass(eq=False)
class Shelf:
    """A device with what happened to it, oldest first."""

    device: Device
    loans: list[Loan] = field(default_factory=list)


class Library:
    def __init__(self, rng: Random, day: datetime.date, users: dict, homes: list, people: list):
        self.rng, self.day, self.homes, self.people = rng, day, homes, people
        self.since, self.until = queries.year_to(day)
        self.staff = [users[key] for key in ("hilary.moss", "ellen.doyle", "kwame.boateng", "amina.yusuf")]
        self.shelves: list[Shelf] = []
        self.audit: list[AuditEvent] = []
        self.requests: list[Request] = []
        self.offers: list[Offer] = []
        self.number = 0

    # Cases first: what they say of a device is so.

    def of_cases(self) -> None:
        cases = Case.objects.filter(slug="borrow-a-device").select_related("person", "submission").order_by("pk")
        moves: dict[int, list] = {}
        for entry in TimelineEntry.objects.filter(case__in=cases, kind="moved").order_by("at", "pk"):
            moves.setdefault(entry.case_id, []).append(entry)
        for case in cases:
            steps = {entry.data["move"]: entry for entry in moves.get(case.pk, [])}
            if "approve" in steps:
                self._case(case, steps)

    def _case(self, case, steps) -> None:
        said = case.submission.answers
        wish = said["kind"]
        request = Request(
            case=case, kinds=rules.kinds(wish), data=said.get("data") == "yes" or wish == "data",
            purposes=said["what_for"], referrer=case.submission.partner,
            band={"urgent": 1, "high": 2}.get(case.priority, 3), asked_at=case.opened_at,
            queued_at=steps["put_back"].at if "put_back" in steps else steps["approve"].at,
        )  # fmt: skip
        self.requests.append(request)
        tag = case.fields.get("asset_tag")
        if case.closed_at and "lend" not in steps:
            request.ended, request.ended_at = "left", case.closed_at
        if not tag:
            return
        shelf = self._device(request.kinds[0], tag=tag)
        made = steps["make_ready"].at
        offer = Offer(device=shelf.device, request=request, made_at=made, expires_on=rules.offer_ends(made.date()))
        self.offers.append(offer)
        if "put_back" in steps:
            offer.ended, offer.ended_at = "expired", steps["put_back"].at
        elif "lend" in steps:
            self._case_loan(case, steps, shelf, request, offer)
        elif case.closed_at:
            offer.ended, offer.ended_at = "withdrawn", case.closed_at
        else:
            shelf.device.state = "offered"

    def _case_loan(self, case, steps, shelf, request, offer):
        at = steps["lend"].at
        offer.ended, offer.ended_at = "claimed", at
        request.ended, request.ended_at = "lent", at
        loan = self._loan(shelf, case.person, at, datetime.date.fromisoformat(case.fields["due_on"]))
        loan.request, loan.purposes, loan.referrer = request, request.purposes, request.referrer
        for move, (ended, state) in {
            "take_back": ("returned", "quarantine"), "mark_lost": ("lost", "lost"), "give": ("gifted", "gifted"),
        }.items():  # fmt: skip
            if move in steps:
                self._end(loan, shelf, steps[move].at, ended, state)
                if ended == "returned":
                    loan.condition_back = case.fields["condition"].replace("parts", "worn")
                    loan.parts_back = loan.parts_out[:1] if case.fields["condition"] == "parts" else loan.parts_out

    # Then everybody else.

    def rest(self) -> None:
        open_now = Counter(s.device.kind for s in self.shelves if s.device.state == "on_loan")
        known = {lending.household(loan.person) for s in self.shelves for loan in s.loans}
        people = self._people(known)
        plans = [Plan(kind, None, 0) for kind, many in OUT.items() for _ in range(many - open_now[kind])]
        self.rng.shuffle(plans)
        plans.sort(key=lambda plan: plan.kind == "dongle")  # so that a home has its laptop before its dongle
        shared = [plan for plan in plans if plan.kind == "dongle"][-SHARED:]
        new = HOUSEHOLDS - len(known)
        alone = [plan for plan in plans if plan not in shared]
        for plan in alone:
            plan.person = next(people)
        hosts = [plan for plan in alone if plan.kind in ("laptop", "tablet")]
        for plan, host in zip(shared, self.rng.sample(hosts, len(shared)), strict=True):
            plan.person = host.person
        ended = [Plan("", None, 0, ended=True) for _ in range(ENDED)]  # of whatever kind is on a shelf then
        for at, plan in enumerate(ended):
            plan.person = next(people) if at < new - len(alone) else self.rng.choice(alone).person
        self._months(plans, ended)
        self._lend(plans, ended)

    def _people(self, known: set):
        """One person of each home that has had nothing from us; the borough grows by those whom this needs."""
        for person in self.people:
            home = lending.household(person)
            if home not in known and not person.user_id:
                known.add(home)
                yield person
        while True:
            person = residents.another(self.rng, self.people, self.homes, self.day)
            if (home := lending.household(person)) not in known:
                known.add(home)
                self.people.append(person)
                yield person

    def _months(self, plans, ended):
        """Give each loan its months, so that the year's are LOAN_MONTHS."""
        have = sum(self._counted(loan) for shelf in self.shelves for loan in shelf.loans)
        for plan in ended:
            plan.months = self.rng.choice((1, 2, 2, 3, 3, 4, 5))
        for plan in plans:
            plan.months = self.rng.choice((2, 4, 5, 6, 6, 7, 8, 9, 11))
        left = LOAN_MONTHS - have - sum(plan.months for plan in plans + ended)
        turn = cycle(self.rng.sample(plans, len(plans)))
        while left:
            plan, step = next(turn), 1 if left > 0 else -1
            if 1 <= plan.months + step <= 12:
                plan.months, left = plan.months + step, left - step
        for plan in plans:
            plan.first = self._start(plan.months)
        for plan in ended:
            plan.first, plan.last = self._span(plan.months)

    def _start(self, months: int) -> datetime.date:
        """A working day on which a loan that is still out began, for that many started months."""
        for back in self.rng.sample(range(1, 28), 27):
            first = self.day - DAY * round((months - 1) * 30.44 + back)
            if first >= self.since and self._is(first, self.until, months):
                return first
        return self._any(months, lambda first: (first, self.until))[0]

    def _span(self, months: int):
        for _ in range(200):
            first = self.since + DAY * self.rng.randint(0, 365 - round(months * 30.44) - 20)
            last = first + DAY * round((months - 1) * 30.44 + self.rng.randint(6, 25))
            if last < self.day - DAY * 10 and self._is(first, last, months) and days.is_working_day(last):
                return first, last
        raise ValueError(f"no days for a loan of {months} months")

    def _any(self, months, span):
        for back in range(370):
            first = self.day - DAY * back
            if first >= self.since and rules.months(*span(first), since=self.since, until=self.until) == months:
                return span(first)
        raise ValueError(f"no day for a loan of {months} months")

    def _is(self, first, last, months) -> bool:
        counted = rules.months(first, last, since=self.since, until=self.until)
        return days.is_working_day(first) and counted == months

    def _counted(self, loan: Loan) -> int:
        last = loan.ended_at.date() if loan.ended_at else self.until
        return rules.months(loan.lent_at.date(), last, since=self.since, until=self.until)

    def _lend(self, plans, ended):
        """A device for each: one that is out once for each open loan; ended ones where they fit before."""
        shelves = {kind: [] for kind in OUT}
        for shelf in self.shelves:
            if shelf.device.state == "quarantine":
                shelves[shelf.device.kind].append((shelf, self.day))
        for plan in plans:
            shelves[plan.kind].append((self._device(plan.kind), plan.first))
        kinds = cycle(OUT)
        while sum(s.device.state not in GONE for s in self.shelves) < DEVICES:
            kind = next(kinds)
            shelves[kind].append((self._device(kind), self.day))
        for plan in sorted(ended, key=lambda plan: plan.last):
            shelf = self.rng.choice(
                [
                    shelf
                    for kind in OUT
                    for shelf, until in shelves[kind]
                    if until > plan.last + DAY * 4 and _free(shelf, plan)
                ]
            )
            loan = self._plan(shelf, plan)
            self._end(loan, shelf, days.office(self.rng, plan.last), "returned", "quarantine")
        for plan in plans:
            at = next(i for i, (_s, first) in enumerate(shelves[plan.kind]) if first == plan.first)
            shelf, _first = shelves[plan.kind].pop(at)
            self._plan(shelf, plan)

    def _plan(self, shelf, plan) -> Loan:
        late = not plan.ended and self.rng.random() < 0.06
        due = self.day - DAY * self.rng.randint(1, 30) if late else self.day + DAY * self.rng.randint(3, 120)
        if plan.ended:
            due = plan.last + DAY * self.rng.randint(-5, 30)
        loan = self._loan(shelf, plan.person, days.office(self.rng, plan.first), max(due, plan.first + DAY * 14))
        loan.renewals = max(0, (plan.months - 1) // 3)
        loan.purposes = self.rng.sample(PURPOSES, self.rng.randint(1, 2))
        return loan

    # Rows.

    def _device(self, kind: str, tag: str = "") -> Shelf:
        self.number += 1
        maker, model, specification, cost = self.rng.choice(MODELS[kind])
        donated = self.rng.random() < 0.3
        device = Device(
            tag=tag or f"BD-{self.number:05}", kind=kind, maker=maker, model=model,
            specification=specification, serial=f"{maker[:2].upper()}{self.number:07}", parts=PARTS[kind],
            imei=_imei(self.number) if kind in ("phone", "dongle") else "",
            source="donated" if donated else "bought", funder=self.rng.choice(FUNDERS),
            cost_pence=None if donated else cost, site=self.rng.choice(SITES), encrypted=kind != "dongle",
            state="quarantine", added_on=self.since - DAY * self.rng.randint(30, 200),
        )  # fmt: skip
        shelf = Shelf(device)
        self.shelves.append(shelf)
        return shelf

    def _loan(self, shelf, person, at, due) -> Loan:
        by = self.rng.choice(self.staff[:3])
        device = shelf.device
        loan = Loan(
            device=device, person=person, lent_at=at, lent_by=by, site=device.site, due_on=due,
            agreement=agreement.VERSION, agreed_text=lending.words(device, device.parts, due), signed_name=person.name,
            signed_how=self.rng.choice(("screen", "screen", "phone")), signed_at=at, parts_out=device.parts,
            condition_out="good", household=lending.household(person), ward=lending.ward(person),
            age_band=self.rng.choice(AGES), purposes=["touch"],
        )  # fmt: skip
        shelf.loans.append(loan)
        device.state = "on_loan"
        return loan

    def _end(self, loan, shelf, at, ended, state):
        loan.ended, loan.ended_at, loan.ended_by = ended, at, self.rng.choice(self.staff[:3])
        if ended == "returned":
            loan.condition_back, loan.parts_back = self.rng.choice(("good", "good", "worn")), loan.parts_out
            loan.returned_name, loan.returned_how, loan.wipe_agreed = loan.signed_name, "screen", True
            loan.effect = self.rng.choice(("lot", "lot", "lot", "little", "little", "not", ""))
            loan.next = self.rng.choice(("none", "tariff", "refurbished", "again"))
        else:
            loan.end_note = "They told us"
        shelf.device.state = state

    def save(self) -> None:
        kept = [shelf.device for shelf in self.shelves if shelf.device.state == "offered"]
        for device in kept:  # until its clearance is there, as the database insists
            device.state = "quarantine"
        Device.objects.bulk_create([shelf.device for shelf in self.shelves])
        for device in kept:
            device.state = "offered"
        Request.objects.bulk_create(self.requests)
        for shelf in self.shelves:
            shelf.loans.sort(key=lambda loan: loan.lent_at)
        # One round for each loan of a device: its clearance, then the loan, then what cleans up after it.
        before: dict[int, Loan | None] = {id(shelf): None for shelf in self.shelves}
        for turn in range(max(len(shelf.loans) for shelf in self.shelves)):
            now = [(shelf, shelf.loans[turn]) for shelf in self.shelves if len(shelf.loans) > turn]
            clearances = [self._clearance(s, before[id(s)], loan.lent_at) for s, loan in now]
            Clearance.objects.bulk_create(clearances)
            for (shelf, loan), clearance in zip(now, clearances, strict=True):
                loan.clearance, loan.cleared_at = clearance, clearance.checked_at
                before[id(shelf)] = loan
            Loan.objects.bulk_create([loan for _shelf, loan in now])
        self._between(before)
        for offer in self.offers:
            offer.device_id, offer.request_id = offer.device.pk, offer.request.pk
        Offer.objects.bulk_create(self.offers)
        loans = [loan for shelf in self.shelves for loan in shelf.loans]
        for loan in loans:
            self._said("device.lent", loan.lent_by, loan.lent_at, loan.device, loan=loan.pk, due_on=str(loan.due_on))
            if loan.ended_at:
                self._said(f"device.{loan.ended}", loan.ended_by, loan.ended_at, loan.device, loan=loan.pk)
        AuditEvent.objects.bulk_create(sorted(self.audit, key=lambda event: event.at))

    def _between(self, last) -> None:
        """What is not out now: kept for somebody, free for one partner's people, or on the way to it."""
        here = [shelf for shelf in self.shelves if shelf.device.state in ("quarantine", "offered", "available")]
        rest = [shelf for shelf in here if shelf.device.state != "offered"]
        self.rng.shuffle(rest)
        rest.sort(key=self._here_since, reverse=True)  # what came back last is still in quarantine
        states = [state for state, many in HERE.items() for _ in range(many)]
        holders = cycle(Organisation.objects.filter(slug__in=HOLDERS).order_by("slug"))
        cleared = [shelf for shelf in here if shelf.device.state == "offered"]
        for at, shelf in enumerate(rest):
            shelf.device.state = states[at] if at < len(states) else "available"
            if shelf.device.state == "available":
                shelf.device.held_for = next(holders)
                cleared.append(shelf)
        half = [shelf for shelf in rest if shelf.device.state == "wiped"]
        clearances = [self._clearance(shelf, last[id(shelf)], self._ready_at(shelf)) for shelf in cleared + half]
        for clearance in clearances[len(cleared) :]:
            clearance.passed = clearance.checked_by = clearance.checked_at = None
        Clearance.objects.bulk_create(clearances)
        for shelf, clearance in zip(cleared, clearances, strict=False):
            shelf.device.clearance = clearance
        Device.objects.bulk_update([shelf.device for shelf in self.shelves], ["state", "held_for", "clearance"])

    def _here_since(self, shelf) -> datetime.datetime:
        ends = [loan.ended_at for loan in shelf.loans]
        return max(ends, default=None) or days.office(self.rng, self.since)

    def _ready_at(self, shelf):
        offer = next((one for one in self.offers if one.device is shelf.device and not one.ended_at), None)
        return offer.made_at if offer else days.office(self.rng, days.working_days_before(self.day, 1))

    def _clearance(self, shelf, after: Loan | None, until: datetime.datetime) -> Clearance:
        """A wipe after the loan before, if there was one, and a check, both before `until`."""
        start = after.ended_at if after else until - DAY * 3
        wiped = start + (until - start) * 0.4
        one, two = self.rng.sample(self.staff, 2)
        kind = shelf.device.kind
        return Clearance(
            device=shelf.device, after_loan=after, after_ended_at=after.ended_at if after else None,
            method="nothing" if kind == "dongle" else self.rng.choice(("reset", "reinstall", "crypto")),
            evidence=f"Certificate {self.rng.randint(10_000, 99_999)}", sim_out=True, card_out=True, signed_out=True,
            wiped_by=one, wiped_at=wiped, checked_by=two, checked_at=start + (until - start) * 0.8, passed=True,
        )  # fmt: skip

    def _said(self, action, by, at, record, **data):
        who = by.actor
        self.audit.append(
            AuditEvent(at=at, actor_kind=who.kind, actor_id=who.id, actor_name=who.name, action=action,
                       record_kind="device", record_id=str(record.pk), data=data)
        )  # fmt: skip


def load(rng: Random, day: datetime.date, *, users, homes, people) -> int:
    """Everything of the library; `people` grows by those it needs. Returns how many devices there are."""
    group = Group.objects.get(name=policy.STAFF)
    group.user_set.add(*[user for user in users.values() if user.memberships.filter(team__slug__in=TEAMS).exists()])
    library = Library(rng, day, users, homes, people)
    library.of_cases()
    library.rest()
    library.save()
    _data(rng, day, library)
    _donations(day, users)
    return sum(shelf.device.state not in GONE for shelf in library.shelves)


def _data(rng, day, library):
    """SIM cards in the drawer, and those that run with a dongle."""
    items = []
    dongles = [loan for s in library.shelves if s.device.kind == "dongle" for loan in s.loans if not loan.ended_at]
    for at in range(60):
        item = DataItem(
            number=f"8944{rng.randint(10**14, 10**15 - 1)}", kind="sim", network="Vodafone", gigabytes=20, months=6,
            use_by=day + DAY * 200, added_on=day - DAY * 100,
        )  # fmt: skip
        if at < 40:
            loan = dongles[at]
            item.person, item.loan, item.rules = loan.person, loan, ["adult", "low_income", "not_enough"]
            item.issued_at, item.issued_by, item.active_from = loan.lent_at, loan.lent_by, loan.lent_at.date()
            item.expires_on = item.active_from + DAY * 365
        items.append(item)
    DataItem.objects.bulk_create(items)


def _donations(day, users):
    Donation.objects.bulk_create(
        [
            Donation(
                donor="A local company", kind="laptop", maker="Dell", model="Latitude 5420", offered_on=day - DAY * 4
            ),
            Donation(
                donor="A resident", kind="tablet", maker="Apple", model="iPad 8", offered_on=day - DAY * 9,
                collected_on=day - DAY * 5, state="collected",
            ),
            Donation(
                donor="Stockport Homes", kind="laptop", maker="HP", model="EliteBook 840",
                offered_on=day - DAY * 20, collected_on=day - DAY * 15, state="assessed",
                assessment="New battery, works",
            ),
            Donation(
                donor="A resident", kind="laptop", maker="Asus", model="X55", offered_on=day - DAY * 30,
                collected_on=day - DAY * 25, state="recycled", assessment="Screen cracked, too old",
                why_recycled="Screen cracked, too old",
            ),
        ]
    )  # fmt: skip


def _free(shelf: Shelf, plan: Plan) -> bool:
    """Whether a device was here from some days before this loan until some days after it."""
    for loan in shelf.loans:
        ended = loan.ended_at.date() if loan.ended_at else datetime.date.max
        if plan.first <= ended + DAY * 3 and (plan.last or datetime.date.max) + DAY * 3 >= loan.lent_at.date():
            return False
    return True


def _imei(number: int) -> str:
    """Made up: of the test range 00, with its check digit (Luhn)."""
    digits = f"00100000{number:06}"
    doubled = sum(int(d) if at % 2 == 0 else sum(divmod(int(d) * 2, 10)) for at, d in enumerate(digits))
    return f"{digits}{-doubled % 10}"
