"""What the worker does with the outbox: each message to the provider of its channel."""

from borough.foundations.outgoing.queue import Queue

from .channels.chosen import provider
from .models import Message


def hand_over(message) -> dict:
    return {"provider_id": provider(message.channel).deliver(message)[:200]}


def ended(message) -> dict:
    return {"body": ""} if message.sensitive else {}


outbox = Queue(Message, kind="message", lane="channel", hand_over=hand_over, ended=ended)
deliver_due, claim, sweep = outbox.deliver_due, outbox.claim, outbox.sweep
