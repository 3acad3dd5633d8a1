"""What the body of each event is: the room that announces it knows."""

from collections.abc import Callable

bodies: dict[str, Callable] = {}  # event → fn(delivery) -> its data as JSON; raises Gone where the record is no more


class Gone(Exception):
    """What the event was about was erased, so there is nothing to tell."""


def body(event: str):
    """Register the decorated function for an event. It runs when the delivery leaves, not when it is written."""

    def register(function):
        if bodies.get(event, function) is not function:
            raise ValueError(f"two bodies for {event}")
        bodies[event] = function
        return function

    return register
