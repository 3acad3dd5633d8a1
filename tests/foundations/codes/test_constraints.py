"""The database itself refuses a code that is too many, too long tried, or not hashed."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from borough.foundations.codes.models import Code

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def make(**fields):
    later = NOW + datetime.timedelta(minutes=15)
    return Code.objects.create(
        **{"purpose": "try", "subject": "1", "channel": "text", "digest": "a" * 64, "made_at": NOW, "expires_at": later}
        | fields
    )


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"channel": "pigeon"}, "code_known_channel"),
        ({"digest": "123456"}, "code_is_hashed"),
        ({"tries": 6}, "code_few_tries"),
        ({"expires_at": NOW}, "code_expires"),
    ],
)
def test_a_code_that_cannot_be(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        make(**fields)


def test_one_by_each_channel():
    make()
    make(channel="letter")
    make(ended_at=NOW)
    with pytest.raises(IntegrityError, match="one_code_by_channel"):
        make()
