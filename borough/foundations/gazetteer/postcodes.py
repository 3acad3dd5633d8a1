"""Postcodes as people type them, made into postcodes as the Post Office writes them."""

import re
import unicodedata

# The six shapes of a UK postcode and the letters each place allows: Royal Mail's Programmers' Guide, as on GOV.UK.
OUTWARD = r"[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-HJKPS-UW]|[A-HK-Y][0-9](?:[0-9]|[ABEHMNPRV-Y])?)"
INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"
WHOLE = re.compile(f"({OUTWARD})({INWARD})")
LONGEST_TYPED = 60  # room for spaces and stray marks; beyond it nobody meant a postcode


def tidy(text: str | None) -> str | None:
    """`" sk1\\u00a03xe."` -> `"SK1 3XE"`; None when it is not a UK postcode.

    Case, spaces, dots, dashes and invisible marks are forgiven, and a letter O typed for the zero of the second half.
    Other letters are not: dropping them would make somebody else's postcode.
    """
    if not text or len(text) > LONGEST_TYPED:
        return None
    kept = "".join(c for c in unicodedata.normalize("NFKC", text).upper() if not _is_noise(c))
    if len(kept) > 3 and kept[-3] == "O":
        kept = f"{kept[:-3]}0{kept[-2:]}"
    match = WHOLE.fullmatch(kept)
    return f"{match[1]} {match[2]}" if match else None


def _is_noise(character: str) -> bool:
    """Spaces, control and direction marks, and the dots and dashes people put between."""
    return unicodedata.category(character)[0] in "CZ" or character in ".,-‐‑‒–—_"
