"""Signatures as the Standard Webhooks specification has them, so that receivers need no code of ours.

    webhook-id         the delivery's own, the same each time it is sent
    webhook-timestamp  when this try left, in seconds since 1970
    webhook-signature  v1,<base64 of HMAC-SHA256 over id.timestamp.body>

https://github.com/standard-webhooks/standard-webhooks
"""

import hmac
import secrets
from base64 import b64decode, b64encode
from binascii import Error
from hashlib import sha256

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64  # bytes, as the specification says


def new_secret() -> str:
    return PREFIX + b64encode(secrets.token_bytes(32)).decode()


def usable(secret: str) -> bool:
    """Whether this is a secret of the specification: whsec_ and 24 to 64 bytes in base64."""
    try:
        return secret.startswith(PREFIX) and SHORTEST <= len(_key(secret)) <= LONGEST
    except (Error, ValueError):
        return False


def headers(*, secret: str, id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers that go with a body."""
    signed = f"{id}.{timestamp}.".encode() + body
    signature = b64encode(hmac.new(_key(secret), signed, sha256).digest()).decode()
    return {"webhook-id": id, "webhook-timestamp": str(timestamp), "webhook-signature": f"v1,{signature}"}


def _key(secret: str) -> bytes:
    return b64decode(secret.removeprefix(PREFIX), validate=True)
