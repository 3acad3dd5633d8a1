"""Loads the demonstration borough: the same one every time, with its dates counted back from a day."""

import datetime
from random import Random

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.people.models import Team

from . import (
    alliance,
    cases,
    costs,
    declaration,
    devices,
    figures,
    gazetteer,
    news,
    people,
    residents,
    services,
    skills,
    strategy,
    teams,
    voices,
    website,
    workstreams,
)
from .stories.rows import keep_dates

SEED = 2015  # the year it began


def loaded() -> bool:
    return Team.objects.exists()


@transaction.atomic
def load(*, say=print, day: datetime.date | None = None) -> None:
    """Load everything, deterministically, with dates counted back from `day` (today unless given).

    Writes rows in bulk, as the actions would have left them; the tests hold the two together.
    """
    day = day or timezone.localdate()
    rng = Random(SEED)  # noqa: S311  the same borough every time, not a secret
    say("Loading the demonstration borough")
    here, partners = teams.load()
    users = people.load(rng, here, partners)
    say(f"  {len(here)} teams, {len(users)} people who can sign in")
    homes, businesses = gazetteer.load(rng)
    say(f"  {len(homes) + len(businesses):,} addresses in {len(gazetteer.WARDS)} wards")
    served = residents.load(rng, homes, users, day)
    keep_dates(served, "created_at")
    say(f"  {len(served)} residents")
    say(f"  {services.publish(day)} services")
    rows = cases.tell(rng, day, teams=here, users=users, people=served, places=[*businesses, *homes[::40]])
    rows.save()
    figures.load(rng, day)
    say(f"  {len(rows.cases)} cases, {len(rows.messages)} messages")
    known = [person for person in served if person.email and not person.user_id]
    told = voices.load(rng, day, teams=here, users=users, people=known[-20:])
    say(f"  {told} people who told us what they think of the strategy")
    many = devices.load(Random(SEED), day, users=users, homes=homes, people=served)  # noqa: S311  as above
    say(f"  {many} devices, and {len(served)} residents with those who borrow them")
    helped = alliance.load(Random(SEED), day, users=users, people=served)  # noqa: S311  as above
    say(f"  {helped}")
    skills.load(rng, day, users)
    costs.load(day)
    workstreams.load(day, users)
    strategy.load(day)
    news.load(day)
    website.load(day)
    declaration.load(day)
    strategy.count(day)
    say(f"  {len(workstreams.STREAMS)} workstreams, with their measures")
    audit.record(action="demonstration.loaded", kind="demonstration", id=day.isoformat(), by=SYSTEM)
