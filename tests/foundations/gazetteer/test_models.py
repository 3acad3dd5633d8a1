"""The database refuses an address that cannot be one."""

import pytest
from django.db import DataError, IntegrityError
from django.db.models import ProtectedError

from borough.foundations.gazetteer.models import Address, Street

pytestmark = pytest.mark.django_db
GOOD = {"uprn": 1, "line_1": "1 Lark Road", "town": "Ambleton", "postcode": "SK1 1AA"}


def test_an_address_reads_as_one_line():
    address = Address(organisation="The Mill", line_2="Romley", **GOOD)
    assert address.one_line == str(address) == "The Mill, 1 Lark Road, Romley, Ambleton, SK1 1AA"


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"uprn": 0}, "uprn_is_12_digits_at_most"),
        ({"uprn": 10**12}, "uprn_is_12_digits_at_most"),
        ({"postcode": "sk1 1aa"}, "address_postcode_is_tidy"),
        ({"postcode": "SK11AA"}, "address_postcode_is_tidy"),
        ({"line_1": ""}, "address_says_something"),
        ({"latitude": 53}, "address_is_in_britain"),
        ({"latitude": 53, "longitude": 30}, "address_is_in_britain"),
    ],
)
def test_what_cannot_be_an_address_is_refused(wrong, constraint):
    with pytest.raises((IntegrityError, DataError), match=constraint):
        Address.objects.create(**GOOD | wrong)


def test_a_street_has_a_number_of_8_digits_at_most():
    with pytest.raises(IntegrityError, match="usrn_is_8_digits_at_most"):
        Street.objects.create(usrn=10**8, name="Lark Road")


def test_a_street_with_addresses_stays(lark_road):
    assert Address.objects.get(pk=101).usrn == lark_road.usrn
    with pytest.raises(ProtectedError):
        lark_road.delete()
