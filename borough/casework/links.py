"""Links on officers' pages that other rooms add: a room registers its functions when it is ready.

One for the top of every page: it takes the officer and gives a list of {text, href, here}; `here` are the parts after
/work/ of that room's pages. One for the page of a case: it takes the case and the officer and gives [{text, href}].
"""

from collections.abc import Callable

_rooms: list[Callable[[object], list[dict]]] = []
_of_cases: list[Callable[[object, object], list[dict]]] = []


def register(links: Callable[[object], list[dict]]) -> None:
    if links not in _rooms:
        _rooms.append(links)


def register_for_cases(links: Callable[[object, object], list[dict]]) -> None:
    if links not in _of_cases:
        _of_cases.append(links)


def of(user) -> list[dict]:
    return [link for room in _rooms for link in room(user)]


def of_case(case, user) -> list[dict]:
    """Where else the work on this case goes on."""
    return [link for room in _of_cases for link in room(case, user)]
