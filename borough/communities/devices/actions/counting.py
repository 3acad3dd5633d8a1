"""Stock-takes: what should be here, what is, and what is here that should not be."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.communities.refusals import Refused
from borough.foundations.audit import actions as audit

from ..models import Counted, Device, StockTake

OUT = ("on_loan", "lost", "stolen", "retired", "gifted", "repair")


def begin(*, site: str = "", by) -> StockTake:
    """Begin counting one site, or everything. Raises Refused while one of that site goes on."""
    try:
        with transaction.atomic():
            take = StockTake.objects.create(site=site.strip()[:80], began_at=timezone.now(), began_by=by)
            expected = Device.objects.exclude(state__in=OUT)
            if take.site:
                expected = expected.filter(site=take.site)
            Counted.objects.bulk_create([Counted(take=take, device=one, expected=True) for one in expected])
            audit.record(action="stock_take.begun", record=take, by=by, data={"expected": take.counted.count()})
            return take
    except IntegrityError as taken:
        raise Refused("A stock-take of this site goes on already. Go on with that one") from taken


@transaction.atomic
def count(*, take: StockTake, device: Device, by) -> tuple[Counted, bool]:
    """Say that a device is here. Returns (its row, whether it was counted before). Raises Refused once it has ended."""
    take = StockTake.objects.select_for_update().get(pk=take.pk)
    if take.ended_at:
        raise Refused("This stock-take has ended. Begin a new one")
    row, _new = Counted.objects.get_or_create(take=take, device=device, defaults={"found_at": timezone.now()})
    if again := not _new and row.found_at is not None:
        return row, again
    if not _new:
        row.found_at = timezone.now()
        row.save(update_fields=["found_at"])
    audit.record(action="stock_take.counted", record=device, by=by, data={"take": take.pk})
    return row, False


@transaction.atomic
def end(*, take: StockTake, by) -> None:
    """End it. What is missing keeps its state: whoever looks for it says in the end that it is lost."""
    StockTake.objects.filter(pk=take.pk, ended_at=None).update(ended_at=timezone.now())
    audit.record(action="stock_take.ended", record=take, by=by)
