"""Looking addresses up. They are public facts: anybody may see them."""

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models.functions import Lower

from . import postcodes
from .models import Address, Street
from .ordering import house_number

MOST = 200  # no British postcode has more than about 100 addresses


def at_postcode(postcode: str) -> list[Address]:
    """The addresses at a postcode, typed in any form, in house number order. None there, or not a postcode: []."""
    tidied = postcodes.tidy(postcode)
    if not tidied:
        return []
    found = Address.objects.filter(postcode=tidied).select_related("ward")[:MOST]
    return sorted(found, key=lambda address: house_number(f"{address.line_1}, {address.line_2}"))


def get(uprn: int | str) -> Address | None:
    """The address with this UPRN, or None."""
    text = str(uprn).strip()
    if not re.fullmatch(r"[0-9]{1,12}", text):
        return None
    return Address.objects.select_related("ward").filter(pk=int(text)).first()


def street(usrn: int | str) -> Street | None:
    """The street with this USRN, or None."""
    text = str(usrn)
    return Street.objects.filter(pk=int(text)).first() if re.fullmatch(r"[0-9]{1,8}", text) else None


def streets(text: str, *, most: int = 8) -> list[Street]:
    """Streets whose name holds `text`, or “name, town” does: those that begin with it first."""
    name, _, town = (part.strip() for part in " ".join(text[:200].split()).partition(","))
    if not name:
        return []
    begins = ExpressionWrapper(Q(name__istartswith=name), BooleanField())
    found = Street.objects.filter(name__icontains=name, town__icontains=town)
    return list(found.order_by(begins.desc(), Lower("name"), "town", "usrn")[:most])


def search(text: str, *, most: int = 50) -> list[Address]:
    """Addresses that hold every word of `text`, the last perhaps half typed. A postcode finds its addresses."""
    if postcodes.tidy(text):
        return at_postcode(text)[:most]
    words = re.findall(r"[^\W_]+", text[:200])
    if not words:
        return []
    query = SearchQuery(" & ".join([*words[:-1], f"{words[-1]}:*"]), config="simple", search_type="raw")
    found = Address.objects.filter(words=query).select_related("ward").order_by("postcode", "uprn")[:most]
    return sorted(found, key=lambda address: house_number(f"{address.line_1}, {address.line_2}"))
