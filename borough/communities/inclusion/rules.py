"""When somebody counts as digitally included on a day: a pure rule over dated facts. See docs/decisions/0020.

All five must hold: a suitable device they control, a connection that is enough and affordable by their own answer, the
eight foundation tasks alone, a life task alone in each of the five areas, and confidence of at least 3 in 5 with the
safety tasks. A fact holds from its day until the same day a year later, [day, day + 12 months); a loan counts while it
has more than 28 days left. The shape of the skills is that of Lloyds Bank's Consumer Digital Index; that of the whole
is ours, after the Minimum Digital Living Standard: all of, together.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from borough.communities.learning.skills import FOUNDATION, LIFE, SAFETY, TASKS

DAYS_LEFT = datetime.timedelta(days=28)
SURE = 3  # of 5
NAMES = {
    "device": "A suitable device that they control", "connection": "A connection that is enough and affordable",
    "foundation": "All eight foundation tasks, alone", "life": "A life task in each of five areas, alone",
    "confidence": "Confidence of 3 or more, and the safety tasks",
}  # fmt: skip
STAGES = {
    "not_reached": "Not reached", "referred": "Referred", "engaged": "Engaged", "connected": "Connected",
    "foundation": "Foundation", "included": "Included", "lapsed": "Lapsed",
}  # fmt: skip
Date = datetime.date


@dataclass(frozen=True)
class Said:
    """What somebody said of themselves on a day; `holds` is whether it counts."""

    on: Date
    holds: bool
    evidence: str = ""


@dataclass(frozen=True)
class Lent:
    """A device of ours that they have, [since, until); until it is back, `until` is None."""

    since: Date
    until: Date | None
    due_on: Date
    what: str = ""

    @property
    def counts_until(self) -> Date:
        ends = self.due_on - DAYS_LEFT
        return min(ends, self.until) if self.until else ends


@dataclass(frozen=True)
class Facts:
    """Everything that is known of one person, in any order."""

    devices: tuple[Said, ...] = ()
    loans: tuple[Lent, ...] = ()
    connections: tuple[Said, ...] = ()
    tasks: tuple[tuple[str, Said], ...] = ()  # (task, whether alone)
    confidence: tuple[Said, ...] = ()
    sessions: tuple[Date, ...] = ()
    referrals: tuple[Date, ...] = ()

    @property
    def days(self) -> list[Date]:
        """On which something of the five began."""
        said = [*self.devices, *self.connections, *self.confidence, *(one for _task, one in self.tasks)]
        return sorted({one.on for one in said} | {loan.since for loan in self.loans})


@dataclass(frozen=True)
class Condition:
    """One of the five on a day. `lapsed_on` is when it last stopped, where it held before."""

    key: str
    holds: bool
    since: Date | None = None
    until: Date | None = None  # the day from which it holds no longer, as things are
    lapsed_on: Date | None = None
    missing: tuple[str, ...] = ()
    evidence: str = ""

    @property
    def name(self) -> str:
        return NAMES[self.key]


@dataclass(frozen=True)
class Standing:
    """How somebody stands on a day."""

    day: Date
    stage: str
    conditions: tuple[Condition, ...]
    next_offer: str

    @property
    def included(self) -> bool:
        return self.stage == "included"


def lapses(on: Date) -> Date:
    """The same day a year later; from 29 February it is 1 March."""
    try:
        return on.replace(year=on.year + 1)
    except ValueError:
        return Date(on.year + 1, 3, 1)


def standing(facts: Facts, day: Date) -> Standing:
    conditions = tuple(condition(facts, day) for condition in CONDITIONS)
    return Standing(day, _stage(facts, day, conditions), conditions, next_offer(conditions))


def holds_all(facts: Facts, day: Date) -> bool:
    return all(condition(facts, day).holds for condition in CONDITIONS)


def next_offer(conditions: tuple[Condition, ...]) -> str:
    """What is missing first, as an offer. Nothing is missing: to ask again before the first fact lapses."""
    gone = next((one for one in conditions if not one.holds), None)
    if gone is None:
        first = min(one.until for one in conditions)
        return f"Ask again what they have and can do before {first.day} {first:%B %Y}"
    if gone.key == "device":
        return "Borrow a device, or get one to keep"
    if gone.key == "connection":
        return "Free mobile data, or a cheaper connection"
    if gone.key == "foundation":
        return f"A first session: {gone.missing[0].lower()}"
    if gone.key == "life":
        return f"A session on {gone.missing[0].lower()}"
    return "A session on staying safe online"


def device(facts: Facts, day: Date) -> Condition:
    loans = [loan for loan in facts.loans if loan.since <= day]
    lent = max((one for one in loans if day < one.counts_until), key=lambda one: one.counts_until, default=None)
    own = _last(facts.devices, day)
    if own and own.holds and day < lapses(own.on) and not (lent and lent.counts_until > lapses(own.on)):
        return Condition("device", True, own.on, lapses(own.on), evidence=own.evidence)
    if lent:
        return Condition("device", True, lent.since, lent.counts_until, evidence=f"On loan from us: {lent.what}")
    ends = [one.counts_until for one in loans] + [one for one in [_ended(facts.devices, day)] if one]
    return Condition("device", False, lapsed_on=max((e for e in ends if e <= day), default=None), missing=("A device",))


def connection(facts: Facts, day: Date) -> Condition:
    last = _last(facts.connections, day)
    if last and last.holds and day < lapses(last.on):
        return Condition("connection", True, last.on, lapses(last.on), evidence=last.evidence)
    missing = ("A connection",)
    return Condition("connection", False, lapsed_on=_ended(facts.connections, day), missing=missing)


def foundation(facts: Facts, day: Date) -> Condition:
    return _all_of("foundation", {task: (task,) for task in FOUNDATION}, facts, day, TASKS)


def life(facts: Facts, day: Date) -> Condition:
    areas = {key: tuple(tasks) for key, (_name, tasks) in LIFE.items()}
    return _all_of("life", areas, facts, day, {key: name for key, (name, _tasks) in LIFE.items()})


def confidence(facts: Facts, day: Date) -> Condition:
    safety = _all_of("confidence", {task: (task,) for task in SAFETY}, facts, day, TASKS)
    last = _last(facts.confidence, day)
    sure = last is not None and last.holds and day < lapses(last.on)
    if sure and safety.holds:
        since, until = max(last.on, safety.since), min(lapses(last.on), safety.until)
        return Condition("confidence", True, since, until, evidence=last.evidence)
    missing = (() if sure else ("Confidence of 3 in 5",)) + safety.missing
    ends = [one for one in (_ended(facts.confidence, day), safety.lapsed_on) if one]
    return Condition("confidence", False, lapsed_on=max(ends, default=None), missing=missing)


CONDITIONS: tuple[Callable[[Facts, Date], Condition], ...] = (device, connection, foundation, life, confidence)


def _stage(facts, day, conditions) -> str:
    held = {one.key: one.holds for one in conditions}
    if all(held.values()):
        return "included"
    if any(holds_all(facts, then) for then in facts.days if then <= day):
        return "lapsed"
    if held["foundation"]:
        return "foundation"
    if held["device"] and held["connection"]:
        return "connected"
    if any(then <= day for then in [*facts.days, *facts.sessions]):
        return "engaged"
    return "referred" if any(then <= day for then in facts.referrals) else "not_reached"


def _all_of(key, groups: dict[str, tuple[str, ...]], facts, day, words) -> Condition:
    """Holds while each group has a task that is done alone."""
    latest: dict[str, Said] = {}
    for task, said in sorted(facts.tasks, key=lambda one: one[1].on):
        if said.on <= day:
            latest[task] = said
    since, until, missing, gone = [], [], [], []
    for group, tasks in groups.items():
        good = [latest[task] for task in tasks if task in latest and latest[task].holds]
        live = [one for one in good if day < lapses(one.on)]
        if live:
            since.append(min(one.on for one in live))
            until.append(max(lapses(one.on) for one in live))
        else:
            missing.append(words[group])
            gone += [max(lapses(one.on) for one in good)] if good else []
    if not missing:
        return Condition(key, True, max(since), min(until), evidence="By their answers")
    lapsed = min(gone) if gone and len(gone) == len(missing) else None
    return Condition(key, False, lapsed_on=lapsed, missing=tuple(missing))


def _last(said, day) -> Said | None:
    return max((one for one in said if one.on <= day), key=lambda one: one.on, default=None)


def _ended(said, day) -> Date | None:
    """When what was said last stopped to hold, where it held before."""
    rows = sorted((one for one in said if one.on <= day), key=lambda one: one.on)
    ended = None
    for one, later in zip(rows, [*rows[1:], None], strict=False):
        if one.holds:
            end = lapses(one.on) if later is None else min(lapses(one.on), later.on)
            ended = end if end <= day and not (later and later.holds and later.on == end) else None
    return ended
