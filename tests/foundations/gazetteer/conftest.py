import pytest

from borough.foundations.gazetteer.models import Address, Street, Ward


@pytest.fixture
def larkside(db):
    return Ward.objects.create(slug="larkside", name="Larkside")


@pytest.fixture
def lark_road(larkside):
    """Three houses at SK1 1AA and a shop at SK1 1AB, all made up."""
    street = Street.objects.create(usrn=40_000_001, name="Lark Road", town="Ambleton")
    common = {"town": "Ambleton", "street": street, "ward": larkside}
    houses = {101: "10 Lark Road", 102: "2 Lark Road", 103: "10a Lark Road"}
    for uprn, line_1 in houses.items():
        Address.objects.create(uprn=uprn, line_1=line_1, postcode="SK1 1AA", **common)
    Address.objects.create(
        uprn=104, organisation="Larkside Bakery", line_1="12 Lark Road", postcode="SK1 1AB", **common
    )
    return street
