"""A borough small enough for a test: the real services, live, and a street to live in."""

from functools import cache
from pathlib import Path

from django.conf import settings

from borough.forms import publishing, queries
from borough.forms.definition import load
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.gazetteer.models import Address, Street, Ward


def publish():
    """Every service in services/, live."""
    for loaded in definitions():
        publishing.publish(loaded=loaded, by=SYSTEM)
    queries.forget()


@cache
def definitions():
    return [load.load(path) for path in load.find([Path(settings.SERVICES)])]


def street():
    """Three houses at SK1 1AA."""
    ward = Ward.objects.create(slug="larkside", name="Larkside")
    road = Street.objects.create(usrn=40_000_001, name="Lark Road", town="Ambleton")
    for uprn, line_1 in {101: "10 Lark Road", 102: "2 Lark Road", 103: "10a Lark Road"}.items():
        Address.objects.create(
            uprn=uprn, line_1=line_1, town="Ambleton", postcode="SK1 1AA", street=road, ward=ward
        )  # fmt: skip
