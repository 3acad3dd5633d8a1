"""DigiKnow at Stockport's size: 13 strategic partners, 35 network members and 35 champions, as the council told.

Their names are made up but for the kinds of organisation; so are the people they help and what those can do.
"""

import datetime
import uuid
from random import Random

from django.utils import timezone

from borough.communities.alliance import needs
from borough.communities.alliance.models import Champion, Hours, Partner, Place, Site, Support
from borough.communities.inclusion.models import Baseline, Statement
from borough.communities.learning.models import Booking, Check, Session
from borough.communities.learning.skills import FOUNDATION, LIFE, SAFETY, TASKS
from borough.communities.referrals.forms import OTHER, SELF
from borough.communities.referrals.models import Call, Referral
from borough.foundations.gazetteer.models import Address, Ward
from borough.foundations.people.models import Organisation

from .names import FIRST, LAST
from .stories import days

DAY = datetime.timedelta(days=1)
CHAMPIONS, NOT_YET = 35, 4  # of the champions some are not trained and checked yet
RING_BACK = 3  # of the calls
REFERRALS, CALLS, LEARNERS, INCLUDED, LAPSED = 90, 60, 110, 38, 9
STRATEGIC = (
    "Mersey Street Kitchen", "Silver Surfers Club", "New Start Housing", "Open Door Advice", "Borough Libraries",
    "Borough Homes", "Borough College", "Borough Carers", "Hatters Health", "Age Well Together", "Work Works",
    "Viaduct Voluntary Action", "Families First Here",
)  # fmt: skip
NETWORK = (
    "Acorn Allotments", "Alder Men’s Shed", "Anchor Youth Club", "Beacon Church Hall", "Bell Street Foodbank",
    "Birch Tenants", "Bobbin Repair Café", "Bramble Toddlers", "Brook Community Café", "Canal Side Rowers",
    "Cedar Day Centre", "Clover Credit Union", "Daisy Chain Parents", "Drover Ramblers", "Elder Tree Lunch Club",
    "Falcon Sports", "Fern Allotments", "Finch Drama", "Foundry Makers", "Foxglove Carers", "Gatley Good Company",
    "Hazel Hub", "Heaton Readers", "Ivy Bereavement Group", "Kestrel Scouts", "Larch Lane Mosque Classes",
    "Lilac Women’s Group", "Marple Mutual Aid", "Mill Lane Church", "Norbury Knitters", "Offerton Over Sixties",
    "Poplar Parents", "Reddish Refugees Welcome", "Sycamore Surgery Friends", "Woodley Walkers",
)  # fmt: skip
WAYS = (
    ("Tea and tablets", ["start", "touch"], "Bring your own or use ours. Somebody sits with you."),
    ("Digital drop-in", ["start", "forms", "safety"], "Ask anything about phones, tablets and the web."),
    ("Job club", ["work", "forms"], "Search for jobs, write a CV and send it."),
    ("Free mobile data", ["data"], "SIM cards for people who are short of money."),
    ("Borrow a device", ["device", "data"], "Laptops and tablets to take home for some months."),
    ("The NHS App, step by step", ["health", "safety"], "Order prescriptions and see your doctor’s letters."),
    ("Safe online", ["safety"], "Passwords, scams and what to share, in one hour."),
    ("Easier to see and hear", ["access", "start"], "Larger text, a screen reader, other ways to type."),
)
LANGUAGES = (["en"], ["en"], ["en"], ["en", "ur"], ["en", "pl"], ["en", "zh"], ["en", "ar"], ["en", "bsl"])
ACCESS = ("Step-free", "Step-free, hearing loop", "Step-free, toilet for wheelchairs", "Three steps at the door", "")
EXCLUDED = 0.41  # 28% limited users and 13% not online: the council's own baseline


def load(rng: Random, day: datetime.date, *, users: dict, people: list) -> str:
    """All of it. Returns a line that says how much."""
    partners = _partners(rng, day)
    sites = _sites(rng, partners)
    supports = _supports(rng, day, partners, sites, users)
    champions = _champions(rng, day, partners, users)
    helped = rng.sample(people[20:], LEARNERS)
    _sessions(rng, day, champions, sites, helped)
    _skills(rng, day, partners, helped)
    _referrals(rng, day, partners, supports, people, users)
    _calls(rng, day, people, users)
    _baseline(rng, day)
    return f"{len(partners)} partners, {len(champions)} champions, {len(supports)} ways to get help"


def _uuid(rng) -> uuid.UUID:
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def _partners(rng, day) -> list[Partner]:
    rows = []
    for name in (*STRATEGIC, *NETWORK):
        slug = "".join(c for c in name.lower().replace(" ", "-") if c.isalnum() or c == "-")
        organisation, _new = Organisation.objects.get_or_create(name=name, defaults={"slug": slug})
        number = len(rows)
        rows.append(
            Partner(
                uuid=_uuid(rng), organisation=organisation, kind="strategic" if name in STRATEGIC else "network",
                about=f"{name} helps people near it to be online.", email=f"hello@{slug}.example",
                phone=f"0161 496 0{500 + number}", website=f"https://{slug}.example/",
                joined_on=day - DAY * rng.randint(200, 1_500),
            )
        )  # fmt: skip
    Partner.objects.bulk_create(rows)
    Partner.objects.update(modified_at=_noon(day - DAY * 60))
    return rows


def _sites(rng, partners) -> dict[int, list[Site]]:
    """One or two places for each partner, spread over the wards."""
    wards = list(Ward.objects.order_by("name"))
    found = {ward.pk: list(Address.objects.filter(ward=ward).order_by("uprn")[:40]) for ward in wards}
    sites: dict[int, list[Site]] = {}
    number = 0
    for partner in partners:
        for turn in range(2 if partner.kind == "strategic" else 1):
            ward = wards[number % len(wards)]
            home = rng.choice(found[ward.pk])
            name = f"{partner.name}, {ward.name}" if turn else partner.name
            site = Site(
                uuid=_uuid(rng), partner=partner, name=name[:120], line_1=home.line_1, town=home.town,
                postcode=home.postcode, ward=ward, latitude=home.latitude, longitude=home.longitude,
                accessibility=rng.choice(ACCESS),
            )  # fmt: skip
            sites.setdefault(partner.pk, []).append(site)
            number += 1
    Site.objects.bulk_create([site for some in sites.values() for site in some])
    return sites


def _supports(rng, day, partners, sites, users) -> list[Support]:
    supports, places, hours = [], [], []
    for partner in partners:
        for name, meets, about in rng.sample(WAYS, 3 if partner.kind == "strategic" else 1):
            support = Support(
                uuid=_uuid(rng), partner=partner, name=name, description=about, needs=meets,
                languages=rng.choice(LANGUAGES), how=rng.choice(("Drop in", "Ring first", "Come by appointment")),
                minimum_age=18 if "data" in meets else None, assured_by=users["amina.yusuf"],
                assured_on=day - DAY * rng.choice((10, 30, 60, 100, 150, 240)),
            )  # fmt: skip
            supports.append(support)
            for site in sites[partner.pk]:
                place = Place(uuid=_uuid(rng), support=support, site=site)
                places.append(place)
                opens = rng.choice((9, 10, 13))
                hours += [
                    Hours(place=place, day=on, opens=datetime.time(opens), closes=datetime.time(opens + 3))
                    for on in sorted(rng.sample(range(6), 2))
                ]
    Support.objects.bulk_create(supports)
    Place.objects.bulk_create(places)
    Hours.objects.bulk_create(hours)
    for at, support in enumerate(supports):
        Support.objects.filter(pk=support.pk).update(modified_at=_noon(day - DAY * (at % 90 + 1)))
    return supports


def _champions(rng, day, partners, users) -> list[Champion]:
    wards = list(Ward.objects.order_by("name"))
    taken, rows = set(), []
    ron = users["ron.eccles"]  # of the Silver Surfers Club: he signs in
    while len(rows) < CHAMPIONS:
        name = ron.name if not rows else f"{rng.choice(FIRST)} {rng.choice(LAST)}"
        if name in taken:
            continue
        taken.add(name)
        at = len(rows)
        partner = next(p for p in partners if p.organisation_id == ron.organisation_id) if not rows else partners[at]
        ready = at < CHAMPIONS - NOT_YET
        rows.append(
            Champion(
                partner=partner, user=None if rows else ron, name=name, phone=f"07700 900{600 + at}",
                trained_on=day - DAY * rng.randint(60, 900) if ready or at % 2 else None,
                checked_on=day - DAY * rng.randint(60, 1_000) if ready else None,
                available=rng.choice(("Tuesday mornings", "Afternoons", "Weekends", "Wednesdays, 10am to 2pm")),
                languages=rng.choice(LANGUAGES), joined_on=day - DAY * rng.randint(30, 1_000),
            )
        )  # fmt: skip
    Champion.objects.bulk_create(rows)
    for champion in rows:
        champion.wards.set(rng.sample(wards, rng.randint(1, 3)))
    return rows


def _sessions(rng, day, champions, sites, helped):
    able = champions[: CHAMPIONS - NOT_YET]
    sessions, bookings = [], []
    for at in range(60):
        champion = able[at % len(able)]
        kind = ("group", "one_to_one", "group", "phone", "online")[at % 5]
        held = day + DAY * (at - 51) * 7 if at < 52 else day + DAY * (at - 45)
        name, meets, _about = WAYS[at % len(WAYS)]
        here = sites[champion.partner_id][0]
        sessions.append(
            Session(
                partner=champion.partner, champion=champion, kind=kind, title=name, needs=meets,
                language=champion.languages[-1], site=here if kind in ("group", "one_to_one") else None,
                starts_at=days.office(rng, held).replace(minute=0, second=0), minutes=60,
                places=1 if kind in ("one_to_one", "phone") else 8,
            )
        )  # fmt: skip
    Session.objects.bulk_create(sessions)
    for session in sessions:
        past = timezone.localdate(session.starts_at) < day
        for person in rng.sample(helped, min(session.places, rng.randint(3, 7)) if past else session.places // 2):
            state = rng.choice(("came", "came", "came", "missed")) if past else "booked"
            made = session.starts_at - DAY * 5
            bookings.append(Booking(session=session, person=person, state=state, made_at=min(made, _noon(day - DAY))))
    Booking.objects.bulk_create(bookings)


def _skills(rng, day, partners, helped):
    """Some are included, some were, most are on their way."""
    checks, said = [], []
    one_each = [next(iter(tasks)) for _name, tasks in LIFE.values()]
    for at, person in enumerate(helped):
        partner = partners[at % len(partners)]
        began = day - DAY * rng.randint(60, 350)
        if at < INCLUDED:
            known, sure, on = [*FOUNDATION, *one_each, *SAFETY, *rng.sample(list(TASKS), 6)], rng.randint(3, 5), began
        elif at < INCLUDED + LAPSED:
            known, sure, on = [*FOUNDATION, *one_each, *SAFETY], 4, day - DAY * rng.randint(370, 500)
        else:
            known, sure, on = rng.sample(list(TASKS), rng.randint(2, 12)), rng.randint(1, 4), began
        start = on - DAY * 40
        first = {task: rng.choice(("help", "cannot", "not_tried")) for task in TASKS} | dict.fromkeys(
            known[:3], "alone"
        )
        now = {task: "alone" if task in known else rng.choice(("help", "cannot")) for task in TASKS}
        checks += [
            Check(person=person, taken_on=start, answers=first, confidence=max(1, sure - 1), partner=partner),
            Check(person=person, taken_on=on, answers=now, confidence=sure, partner=partner, shown=at % 3 == 0),
        ]
        if at < INCLUDED + LAPSED or at % 3:
            good = at < INCLUDED + LAPSED
            said += [
                Statement(person=person, kind="device", on=on, own=good or at % 2 == 0, partner=partner,
                          evidence="They told us in a session"),
                Statement(person=person, kind="connection", on=on, enough=good or at % 4 != 0, partner=partner,
                          affordable=good or at % 5 != 0, evidence="They told us in a session"),
            ]  # fmt: skip
    Check.objects.bulk_create(checks)
    Statement.objects.bulk_create(said)


def _referrals(rng, day, partners, supports, people, users):
    rows = []
    reasons = ("We are full until spring", "They live outside our area", "Somebody else knows more about this")
    for at in range(REFERRALS):
        support = rng.choice(supports)
        source = ("self", "partner", "officer", "call")[at % 4]
        made = days.office(rng, day - DAY * rng.randint(2, 330))
        state = rng.choice(("open", "accepted", "closed", "closed", "closed", "rejected", "withdrawn", "outcome"))
        answered = None if state == "open" else min(made + DAY * rng.randint(1, 6), _noon(day - DAY))
        sender = rng.choice([one for one in partners[:13] if one.pk != support.partner_id])
        rows.append(
            Referral(
                person=people[20 + at], needs=support.needs, source=source, support=support, receiver=support.partner,
                sender=sender if source == "partner" else None, consent=SELF if source == "self" else OTHER,
                made_by=users["amina.yusuf"] if source in ("officer", "call") else None, consent_at=made, made_at=made,
                state=state, reason=rng.choice(reasons) if state in ("rejected", "withdrawn") else "",
                outcome=rng.choice(("helped", "helped", "partly", "not_reached")) if state in ("closed", "outcome")
                else "", answered_at=answered, ended_at=answered if state == "closed" else None,
            )
        )  # fmt: skip
    Referral.objects.bulk_create(rows)


def _calls(rng, day, people, users):
    rows = []
    for at in range(CALLS):
        outcome = rng.choice(("answered", "answered", "referred", "session", "ring_back", "nobody"))
        made = days.office(rng, day - DAY * rng.randint(1, 300))
        if at < RING_BACK:
            made, outcome = days.office(rng, day - DAY * (at + 1)), "ring_back"
        back = timezone.localdate(made) + DAY * 2 if outcome == "ring_back" else None
        done = made + DAY * 2 if back and back < day - DAY * 3 else None
        rows.append(
            Call(person=people[150 + at], at=made, by=users["amina.yusuf"], needs=[rng.choice(needs.ALL).slug],
                 outcome=outcome, ring_back_on=back, rung_back_at=done)
        )  # fmt: skip
    Call.objects.bulk_create(rows)


def _baseline(rng, day):
    """Made-up adults of each ward; the share is the council's own: 28% limited users and 13% not online."""
    source, as_at = "Made up for this demonstration: 41% of adults, as in the council’s survey", day - DAY * 1_800
    rows = []
    for ward in Ward.objects.order_by("name"):
        adults = rng.randint(9_800, 11_800)
        excluded = round(adults * EXCLUDED * rng.uniform(0.7, 1.3))
        rows.append(Baseline(ward=ward, adults=adults, excluded=excluded, source=source, as_at=as_at))
    adults, excluded = sum(row.adults for row in rows), sum(row.excluded for row in rows)
    Baseline.objects.bulk_create([*rows, Baseline(adults=adults, excluded=excluded, source=source, as_at=as_at)])


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
