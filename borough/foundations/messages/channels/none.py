"""For a council that does not send this way yet: messages fail at once, where officers see them."""

from .base import Refused


def deliver(message) -> str:
    raise Refused(f"This borough does not send by {message.get_channel_display().lower()} yet. Tell them another way.")
