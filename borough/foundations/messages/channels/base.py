"""The one small interface every channel speaks.

A channel is a module with `deliver(message) -> str`: it hands one outbox.Message to a provider and returns the id the
provider knows it by ("" if none). It raises one of these when it cannot.
"""

from borough.foundations.outgoing.trouble import Down, Later, Refused

__all__ = ["Down", "Later", "Refused"]
