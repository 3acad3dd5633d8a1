"""As much of a back office's answer as may be kept: it often repeats what a person told us."""

import re

LONGEST = 200
HIDDEN = "…"
PERSONAL = re.compile(r"[^\s@]+@[^\s@]+|[\d+(][\d\s()+./-]{2,}\d")  # e-mail addresses; telephones, dates, accounts


def excerpt(text: str, body: dict) -> str:
    """How `text` begins, in one line, without any word that stands in the `body` we sent."""
    line = PERSONAL.sub(HIDDEN, " ".join("".join(c if c.isprintable() else " " for c in text).split()))
    ours = {word.lower() for word in _words(body)}
    said = re.sub(r"[^\W_]+", lambda word: HIDDEN if word[0].lower() in ours else word[0], line)
    return said[:LONGEST]


def _words(part):
    """Every word of every answer: keys are ours, values may be a person's."""
    if isinstance(part, dict):
        for value in part.values():
            yield from _words(value)
    elif isinstance(part, list):
        for value in part:
            yield from _words(value)
    elif part is not None and not isinstance(part, bool):
        yield from re.findall(r"[^\W_]+", str(part))
