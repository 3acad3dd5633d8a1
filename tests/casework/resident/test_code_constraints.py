"""The database itself refuses a code that is too many, too long tried, or not hashed."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from borough.casework.resident.models import AccessCode

NOW = timezone.now()


def make(case, **fields):
    later = NOW + datetime.timedelta(minutes=15)
    return AccessCode.objects.create(
        **{"case": case, "channel": "text", "digest": "a" * 64, "made_at": NOW, "expires_at": later} | fields
    )


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"channel": "pigeon"}, "access_code_known_channel"),
        ({"digest": "123456"}, "access_code_is_hashed"),
        ({"tries": 6}, "access_code_few_tries"),
        ({"expires_at": NOW}, "access_code_expires"),
    ],
)
def test_a_code_that_cannot_be(case, fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make(case, **fields)


def test_one_by_each_channel(case):
    make(case)
    make(case, channel="letter")
    make(case, ended_at=NOW)
    with pytest.raises(IntegrityError, match="one_access_code_by_channel"):
        make(case)
