"""Names that a definition may use and that a room has registered. Never a Python path."""

from collections.abc import Callable


class Registry:
    """Functions by dotted name: `@rules.register("business.in_borough")`."""

    def __init__(self, kind: str):
        self.kind = kind
        self._known: dict[str, Callable] = {}

    def register(self, name: str):
        def keep(function):
            if self._known.get(name, function) is not function:
                raise ValueError(f"two {self.kind}s are called {name}")
            self._known[name] = function
            return function

        return keep

    def get(self, name: str) -> Callable:
        return self._known[name]

    def names(self) -> list[str]:
        return sorted(self._known)

    def __contains__(self, name: str) -> bool:
        return name in self._known


rules = Registry("rule")  # fn(answers as logic values) -> bool, for conditions
actions = Registry("action")  # fn(case, *, by, reason, fields) in the transaction of a move
