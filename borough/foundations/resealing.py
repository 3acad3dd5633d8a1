"""Sealing everything anew when a key changes. Rooms that keep sealed text say where it is.

    resealing.register("bank details", rows=Account.objects.all, reseal=reseal_account)

`reseal(row)` changes the row in memory with `renewed`, or with `vault` itself, and returns the names of the fields it
changed: none when all is sealed with the newest key already, so a rotation that was cut short goes on where it was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from . import vault
from .audit import actions as audit

BATCH = 200


@dataclass(frozen=True)
class Holder:
    name: str
    rows: Callable[[], QuerySet]
    reseal: Callable[[object], list[str]]


holders: dict[str, Holder] = {}


def register(name: str, *, rows: Callable[[], QuerySet], reseal: Callable[[object], list[str]]) -> None:
    """Have `reseal` called for each of `rows()` when keys are rotated."""
    holders[name] = Holder(name, rows, reseal)


def renewed(value, *, digest: Callable[[str], str] | None = None):
    """`value` (JSON) with every `{"sealed": ...}` in it sealed with the newest key; the same object if none needed it.

    A `digest` beside it is made anew too, by `digest(text)`, because it depends on the newest key.
    Raises vault.Unopenable.
    """
    if isinstance(value, list):
        parts = [renewed(part, digest=digest) for part in value]
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("sealed"), str):
        return _sealed(value, digest)
    parts = {key: renewed(part, digest=digest) for key, part in value.items()}
    return parts if any(parts[key] is not value[key] for key in value) else value


def _sealed(value, digest):
    if vault.is_newest(value["sealed"]):
        return value
    text = vault.unseal(value["sealed"])
    again = {"digest": digest(text)} if digest and "digest" in value else {}
    return value | {"sealed": vault.seal(text)} | again


def rotate(*, by) -> Iterator[tuple[str, int, int]]:
    """Reseal every holder's rows, a batch a transaction. Yields (holder, rows looked at, rows resealed) as it goes.

    Raises vault.Unopenable when a row was sealed with a key that settings.KEYS no longer has.
    """
    for holder in holders.values():
        seen = resealed = 0
        last = None
        while True:
            with transaction.atomic():
                rows = holder.rows().order_by("pk").select_for_update(of=("self",))
                batch = list(rows.filter(pk__gt=last)[:BATCH] if last is not None else rows[:BATCH])
                changed = [row for row in batch if _save(holder, row)]
                if changed:
                    record = {"kind": "keys", "id": holder.name, "data": {"rows": len(changed)}}
                    audit.record(action="keys.rotated", by=by, **record)
            if not batch:
                break
            last, seen, resealed = batch[-1].pk, seen + len(batch), resealed + len(changed)
            yield holder.name, seen, resealed


def _save(holder, row):
    fields = holder.reseal(row)
    if fields:
        row.save(update_fields=fields)
    return bool(fields)
