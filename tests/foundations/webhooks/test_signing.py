"""Signatures that anybody who has read the Standard Webhooks specification can check."""

import base64
import hashlib
import hmac
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.foundations.webhooks import signing
from borough.foundations.webhooks.delivery import deliver_due

from .conftest import SECRET


def test_the_specifications_own_example():
    found = signing.headers(
        secret="whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        id="msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp=1614265330,
        body=b'{"test": 2432232314}',
    )
    assert found["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_what_leaves_is_signed_now(delivery, office, clock):
    deliver_due(clock=clock)
    [(_, headers, body)] = office.got
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{wanted}"
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60


def test_a_new_secret_is_usable_and_its_own():
    made = {signing.new_secret() for _ in range(10)}
    assert len(made) == 10
    assert all(signing.usable(secret) for secret in made)


@pytest.mark.parametrize("secret", ["", "whsec_", "secret", "whsec_c2hvcnQ=", "whsec_****", "whsec_" + "A" * 200])
def test_what_is_no_secret_is_not_usable(secret):
    assert not signing.usable(secret)


@given(some.text())
def test_any_text_is_judged(text):
    signing.usable(text)
    signing.usable("whsec_" + text)
