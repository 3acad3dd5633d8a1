"""The wards and streets that addresses in a file name."""

from django.utils.text import slugify

from borough.foundations.gazetteer.models import Street, Ward

from .rows import BadRow, Row


class Wards:
    """Wards by name. One not known is a fault of the row, because a typing mistake would make a new ward."""

    def __init__(self, *, add: bool):
        self.add = add
        self.known = {}
        for ward in Ward.objects.all():
            self.known[ward.name.casefold()] = self.known[ward.slug] = ward.pk

    def of(self, row: Row) -> int | None:
        if not row.ward:
            return None
        name = row.ward.casefold()
        if name not in self.known:
            if not self.add:
                raise BadRow(f"ward “{row.ward}” is not known; to add new wards, give --add-wards")
            self.known[name] = Ward.objects.get_or_create(slug=slugify(row.ward), defaults={"name": row.ward})[0].pk
        return self.known[name]


class Streets:
    """Streets by USRN, written before the addresses that stand in them."""

    def __init__(self):
        self.known = {usrn: (name, town) for usrn, name, town in Street.objects.values_list("usrn", "name", "town")}
        self.waiting: dict[int, Street] = {}

    def of(self, row: Row) -> int | None:
        if row.usrn is None:
            return None
        if not row.street:
            if row.usrn not in self.known:
                raise BadRow(f"usrn {row.usrn} needs the street's name in the column street")
        elif self.known.get(row.usrn) != (row.street, row.town):
            self.known[row.usrn] = (row.street, row.town)
            self.waiting[row.usrn] = Street(usrn=row.usrn, name=row.street, town=row.town)
        return row.usrn

    def write(self) -> None:
        Street.objects.bulk_create(
            self.waiting.values(), update_conflicts=True, unique_fields=["usrn"], update_fields=["name", "town"]
        )
        self.waiting.clear()
