"""What the rooms above say about people: what they hold of a person, and how work is handed over."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Holder:
    """A room that holds something of a person.

    `export(person)` gives plain data (a list or dict fit for JSON). `erase(person, dry_run)` gives counts of what it
    erased, or would erase, such as {"answers": 3}; it runs in the caller's transaction. `names(person)` names what it
    holds as holds do (`case:DEV-7QK-214`): while one of them is held for a legal claim, the person is not erased.
    """

    name: str
    export: Callable
    erase: Callable
    names: Callable = lambda person: []


class Holders:
    def __init__(self):
        self._known: dict[str, Holder] = {}

    def register(self, name: str, **functions: Callable) -> None:
        self._known[name] = Holder(name, **functions)

    def __iter__(self):
        return iter(self._known.values())


class Handlers:
    """Functions told of an event, in the same transaction, in the order they registered."""

    def __init__(self):
        self._known: list[Callable] = []

    def register(self, function: Callable) -> Callable:
        """Add a function; also a decorator."""
        if function not in self._known:
            self._known.append(function)
        return function

    def tell(self, **said) -> None:
        for function in self._known:
            function(**said)


holders = Holders()
leavers = Handlers()  # fn(*, user, to, by): give all of the user's work to `to`, or to nobody when `to` is None
movers = Handlers()  # fn(*, user, team, to, by): the same for their work in one team, which they leave
