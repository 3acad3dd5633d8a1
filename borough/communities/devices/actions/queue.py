"""The queue: joining, being offered a device, and passing it on."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit
from borough.foundations.audit.actors import SYSTEM

from .. import locking, rules
from ..models import Device, Offer, Request

State, Ended = Device.State, Offer.Ended


@transaction.atomic
def join(*, case, kinds: list[str], data: bool = False, purposes=(), referrer=None, band: int = 3, by) -> Request:
    """Put a case's person in the queue; again after they left, at its end. Then devices are matched, after commit."""
    now = timezone.now()
    request, new = Request.objects.get_or_create(
        case=case,
        defaults={"kinds": kinds, "data": data, "purposes": list(purposes), "referrer": referrer, "band": band,
                  "asked_at": case.opened_at, "queued_at": now},
    )  # fmt: skip
    if not new:
        if request.ended == Request.Ended.LENT:
            raise Refused("They have had a device from this request. Ask for a new one")
        request.kinds, request.band, request.queued_at, request.declined = kinds, band, now, 0
        request.ended_at, request.ended = None, ""
        request.save()
    audit.record(action="request.joined", record=request, by=by, data={"kinds": kinds, "band": band})
    later()
    return request


@transaction.atomic
def leave(*, request: Request, by) -> None:
    """Take somebody out of the queue. What was kept for them goes to the next person."""
    locking.library()
    request = Request.objects.select_for_update().get(pk=request.pk)
    if request.ended_at:
        return
    if offer := request.offers.filter(ended_at=None).first():
        _end(offer, Ended.WITHDRAWN, by)
    request.ended_at, request.ended = timezone.now(), Request.Ended.LEFT
    request.save(update_fields=["ended_at", "ended"])
    audit.record(action="request.left", record=request, by=by)
    later()


@transaction.atomic
def rank(*, request: Request, band: int, reason: str, by) -> None:
    """Say how soon somebody needs it. Raises Refused without a reason, or once they have it."""
    if not reason.strip():
        raise Refused("Say why", "reason")
    if band not in Request.Band.values:
        raise Refused("Choose how soon they need it", "band")
    locking.library()
    request = Request.objects.select_for_update().get(pk=request.pk)
    if request.ended_at:
        raise Refused("They are not in the queue any more")
    was, request.band = request.band, band
    request.save(update_fields=["band"])
    audit.record(action="request.ranked", record=request, by=by, reason=reason, data={"from": was, "to": band})


@transaction.atomic
def match(*, by=SYSTEM) -> list[Offer]:
    """Offer what is available to whoever is next and can use it, in the queue's order. Returns the new offers.

    Nobody has two offers, nobody is offered again what they declined, and a partner's allotment goes to the people
    whom that partner referred.
    """
    locking.library()
    free = list(Device.objects.select_for_update().filter(state=State.AVAILABLE).order_by("tag"))
    if not free:
        return []
    live = Offer.objects.filter(request=OuterRef("pk"), ended_at=None)
    waiting = Request.objects.filter(~Exists(live), ended_at=None)
    declined = set(Offer.objects.filter(ended=Ended.DECLINED, device__in=free).values_list("request", "device"))
    made = []
    for request in waiting.order_by("band", "queued_at", "pk").iterator(chunk_size=500):
        device = next((one for one in free if fits(one, request) and (request.pk, one.pk) not in declined), None)
        if device is None:
            continue
        free.remove(device)
        made.append(_offer(device, request, by))
        if not free:
            break
    return made


def fits(device: Device, request: Request) -> bool:
    return device.kind in request.kinds and device.held_for_id in (None, request.referrer_id)


@transaction.atomic
def decline(*, offer: Offer, by) -> None:
    """They do not want this one. The first time their place stays; after that they wait at the end."""
    offer = _live(offer)
    _end(offer, Ended.DECLINED, by)
    request = offer.request
    request.declined += 1
    if request.declined > 1:
        request.queued_at = timezone.now()
    request.save(update_fields=["declined", "queued_at"])
    later()


@transaction.atomic
def pass_on(*, offer: Offer, by, ended: str = Ended.EXPIRED) -> None:
    """They did not come for it, so they wait at the end; or we took it back (WITHDRAWN), and their place stays."""
    offer = _live(offer)
    _end(offer, ended, by)
    if ended == Ended.EXPIRED:
        offer.request.queued_at = timezone.now()
        offer.request.save(update_fields=["queued_at"])
    later()


def later() -> None:
    """Match and tell, once what was done is safe."""
    from ..telling import settle  # it tells cases, whose moves come back here

    transaction.on_commit(settle)


def _offer(device, request, by) -> Offer:
    now = timezone.now()
    offer = Offer.objects.create(
        device=device, request=request, made_at=now, expires_on=rules.offer_ends(timezone.localdate(now))
    )
    device.state = State.OFFERED
    device.save(update_fields=["state"])
    audit.record(action="device.offered", record=device, by=by, data={"request": request.pk, "offer": offer.pk})
    return offer


def _live(offer: Offer) -> Offer:
    locking.library()
    offer = Offer.objects.select_for_update(of=("self",)).select_related("request", "device").get(pk=offer.pk)
    if offer.ended_at:
        raise Refused(f"This offer has ended: {offer.get_ended_display().lower()}.")
    return offer


def _end(offer: Offer, ended: str, by) -> None:
    """End an offer; unless they borrow it, the device is free again."""
    offer.ended_at, offer.ended = timezone.now(), ended
    offer.save(update_fields=["ended_at", "ended"])
    if ended != Ended.CLAIMED:
        Device.objects.filter(pk=offer.device_id, state=State.OFFERED).update(state=State.AVAILABLE)
    audit.record(action="offer.ended", record=offer, by=by, data={"how": ended, "device": offer.device_id})


end = _end
