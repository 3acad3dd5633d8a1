"""Links at the top of officers' pages that other rooms add: a room registers a function when it is ready.

It takes the officer and gives a list of {text, href, here}; `here` are the parts after /work/ of that room's pages.
"""

from collections.abc import Callable

_rooms: list[Callable[[object], list[dict]]] = []


def register(links: Callable[[object], list[dict]]) -> None:
    if links not in _rooms:
        _rooms.append(links)


def of(user) -> list[dict]:
    return [link for room in _rooms for link in room(user)]
