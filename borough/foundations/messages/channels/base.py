"""The one small interface every channel speaks.

A channel is a module with `deliver(message) -> str`: it hands one outbox.Message to a provider and returns the id the
provider knows it by ("" if none). It raises one of these when it cannot. Reasons are for officers; they hold no secret.
"""


class Later(Exception):
    """Not now: this message may well go through another time."""


class Down(Later):
    """Not now, nor will any other message: the provider itself does not answer. The channel rests for this round."""


class Refused(Exception):
    """Never: the provider will not take this message as it stands."""
