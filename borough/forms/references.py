"""References people can read out: BSG-7QK-214. No letters or digits that look or sound alike."""

import re
import secrets

ALPHABET = "2346789BCDFGHJKMNPQRTVWXY"


def make(prefix: str) -> str:
    """A new one, from 25⁶ (244 million) for each prefix. The database refuses a clash; the caller tries again."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(6))
    return f"{prefix}-{letters[:3]}-{letters[3:]}"


def tidy(text: str) -> str:
    """As it was made, however it was typed: `bsg 7qk214` is BSG-7QK-214. Empty if it cannot be one."""
    bare = re.sub(r"[^A-Z0-9]", "", text.upper()) if len(text) < 60 else ""
    match = re.fullmatch(r"([A-Z]{2,4}?)([2-9A-Z]{3})([2-9A-Z]{3})", bare)
    return "-".join(match.groups()) if match else ""
