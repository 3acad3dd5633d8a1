"""Making keys. Sealing with them is `foundations.vault`'s."""

import secrets


def new() -> str:
    """64 characters nobody can guess, fit for BOROUGH_SECRET_KEY and for BOROUGH_KEYS."""
    return secrets.token_urlsafe(48)
