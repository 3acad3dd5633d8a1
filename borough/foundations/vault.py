"""Secrets at rest: sealed text that only this borough can open, and keyed hashes that let equal things meet unseen.

Keys come from `settings.KEYS`. The first seals; all of them open, so a key is rotated by putting a new one in front,
running `borough keys rotate`, and then taking the old one away.
"""

import hmac
from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class Unopenable(Exception):
    """The text was sealed with a key this borough no longer has, or is not sealed text."""


def seal(text: str) -> str:
    """Encrypt `text` with the newest key."""
    return _fernet(tuple(settings.KEYS)).encrypt(text.encode()).decode()


def unseal(token: str) -> str:
    """The text that `seal` was given. Raises Unopenable."""
    try:
        return _fernet(tuple(settings.KEYS)).decrypt(token.encode()).decode()
    except (InvalidToken, ValueError) as fault:
        raise Unopenable("sealed with a key that is no longer in KEYS") from fault


def reseal(token: str) -> str:
    """The same text, sealed anew with the newest key. Raises Unopenable."""
    return seal(unseal(token))


def is_newest(token: str) -> bool:
    """Whether `token` was sealed with the newest key."""
    try:
        _fernet(tuple(settings.KEYS[:1])).decrypt(token.encode())
    except (InvalidToken, ValueError):
        return False
    return True


def digest(kind: str, value: str) -> str:
    """A keyed hash, 64 hex digits: equal values of one kind meet, and nobody without the key can guess them."""
    return hmac.new(_derive("match", settings.KEYS[0]), f"{kind}:{value}".encode(), sha256).hexdigest()


def token_hash(token: str) -> str:
    """What is kept of a link's token: its SHA-256, 64 hex digits. Tokens are random, so no key is needed."""
    return sha256(token.encode()).hexdigest()


def _derive(purpose: str, key: str) -> bytes:
    return sha256(f"borough:{purpose}:{key}".encode()).digest()


@lru_cache(maxsize=4)
def _fernet(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(_derive("seal", key))) for key in keys])
