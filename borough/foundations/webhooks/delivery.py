"""What the worker does with a delivery: make its body, sign it, post it, and judge the answer."""

import json
import time
from datetime import timedelta

from borough.foundations import vault
from borough.foundations.outgoing.queue import Queue
from borough.foundations.outgoing.trouble import Down, Later, Refused

from . import posting, signing
from .excerpts import excerpt
from .models import Delivery, Destination
from .registry import Gone, bodies

MOVED = range(300, 400)
GONE = 410  # Standard Webhooks: the receiver wants no more


def hand_over(delivery) -> dict:
    """Post it. Raises Later for an answer that may change, Refused for one that will not."""
    destination = Destination.objects.filter(name=delivery.destination).first()
    if destination is None:
        raise Refused(f"There is no destination called “{delivery.destination}”. An administrator can add it.")
    body = whole(delivery)
    sent = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    signed = signing.headers(
        secret=_secret(destination), id=f"msg_{delivery.uid.hex}", timestamp=int(time.time()), body=sent
    )
    answer = posting.post(destination.url, sent, {"Content-Type": "application/json"} | signed)
    said = f"{answer.status} {excerpt(answer.text, body)}".strip()
    _judge(answer.status, said)
    return {"answer": said}


def whole(delivery) -> dict:
    """{type, timestamp, data}: the envelope that Standard Webhooks suggests. Raises Refused where nothing is left."""
    try:
        data = bodies[delivery.event](delivery)
    except Gone:
        raise Refused("What this was about has been erased, so there is nothing to send.") from None
    return {"type": delivery.event, "timestamp": f"{delivery.created_at:%Y-%m-%dT%H:%M:%SZ}", "data": data}


def _judge(status, said):
    if 200 <= status < 300:
        return
    if status in MOVED:
        raise Refused(f"It answered {said}. We follow nobody elsewhere: put the right address in.")
    if status == GONE:
        raise Refused(f"It answered {said}: it wants no more of these.")
    raise (Down if status in (429, 503) else Later)(f"It answered {said}")


def _secret(destination):
    try:
        return vault.unseal(destination.secret["sealed"])
    except vault.Unopenable:
        raise Refused("We no longer have the key to this destination’s secret. Give it a new secret.") from None


hooks = Queue(Delivery, kind="delivery", lane="destination", hand_over=hand_over, rest=timedelta(minutes=1))
deliver_due, claim, sweep = hooks.deliver_due, hooks.claim, hooks.sweep
