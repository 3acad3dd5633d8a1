"""What is kept for a time and then goes: each room says of its own. See docs/decisions/0011-retention.md."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field


@dataclass
class Due:
    """What is due of one service: `count` go, which are `records`; `kept` must stay all the same: about → why."""

    slug: str
    kind: str
    after: str  # as the definition says: 30 days
    count: int
    records: Iterable
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def why_kept(self) -> Counter:
        """How many must stay, by reason."""
        return Counter(self.kept.values())


@dataclass(frozen=True)
class Kind:
    """`words` says what goes, to follow “12 forms”.

    `due(now)` finds what is due and changes nothing. `delete(records, by=)` lets it go, in one transaction, and returns
    how many went: what somebody uses at that moment stays for another night.
    """

    name: str
    words: str
    due: Callable[[datetime.datetime], Iterator[Due]]
    delete: Callable[..., int]


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    for kind in kinds:
        _kinds[kind.name] = kind


def known() -> tuple[Kind, ...]:
    return tuple(_kinds.values())
