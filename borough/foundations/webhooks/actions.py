"""Every write: destinations, which administrators keep, and deliveries, which leave after commit."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from borough.foundations import vault
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM

from . import addresses, signing
from .models import Delivery, Destination

KEPT = timedelta(days=90)
Status = Delivery.Status


class Refused(ValueError):
    """It cannot be done. The words say why, and are fit to show."""


@transaction.atomic
def announce(*, event: str, about: str, to: list[str], data: dict | None = None, key: str = "", by) -> list[Delivery]:
    """Write a delivery of `event` for each destination named, in the caller's transaction.

    `about` is kind:reference. `data` is what the event itself says, never a person's answers: those are read when the
    delivery leaves. With a `key`, announcing twice is announcing once.
    """
    written = []
    for name in to:
        fields = {"event": event, "about": about, "destination": name, "data": data or {}}
        if key:
            delivery, new = Delivery.objects.get_or_create(key=f"{key}:{name}", defaults=fields)
        else:
            delivery, new = Delivery.objects.create(**fields), True
        if new:
            audit.record(action="delivery.written", record=delivery, by=by, data={"to": name, "event": event})
        written.append(delivery)
    return written


@transaction.atomic
def send_again(*, delivery, by) -> Delivery:
    """Send once more what failed or was sent, or at once what waits, with the same id. Raises Refused while it leaves.

    Something sent already is taken once by a back office that looks at the id.
    """
    delivery = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if delivery.status == Status.SENDING:
        raise Refused("This is being sent at this moment. Look again in a minute.")
    was, delivery.status = delivery.status, Status.WAITING
    delivery.attempts, delivery.due_at, delivery.sent_at, delivery.error = 0, timezone.now(), None, ""
    delivery.save(update_fields=["status", "attempts", "due_at", "sent_at", "error"])
    audit.record(action="delivery.sent_again", record=delivery, by=by, data={"was": was})
    return delivery


@transaction.atomic
def keep_destination(*, name: str, url: str, secret: str = "", by) -> tuple[Destination, str]:
    """Make a destination, or change its address or its secret. Returns it, and the secret where it is new ("" if not).

    A new destination gets a secret of ours unless it brings its own. Raises Refused: a name, an address or a secret
    that will not do.
    """
    held = Destination.objects.select_for_update().filter(name=name).first()
    new = secret or ("" if held else signing.new_secret())
    _check(url, new)
    done, destination = ("changed", held) if held else ("made", Destination(name=name))
    destination.url = url
    if new:
        destination.secret = {"sealed": vault.seal(new)}
    destination.full_clean()
    destination.save()
    data = {"host": urlsplit(url).hostname, "new_secret": bool(new)}  # a whole address may hold a key
    audit.record(action=f"destination.{done}", record=destination, by=by, data=data)
    return destination, new


def purge(*, now=None, by=SYSTEM) -> int:
    """Delete deliveries that ended more than 90 days ago. Returns how many."""
    ended = Delivery.objects.filter(created_at__lt=(now or timezone.now()) - KEPT, status__in=Delivery.ENDED)
    with transaction.atomic():
        if count := ended.delete()[0]:
            audit.record(action="deliveries.purged", kind="delivery", by=by, data={"deliveries": count})
    return count


def _check(url, secret):
    try:
        addresses.checked(url)
    except ValueError as wrong:
        raise Refused(str(wrong)) from None
    if secret and not signing.usable(secret):
        raise Refused("A secret is whsec_ and 24 to 64 bytes in base64. Leave it empty to have one made.")
