"""An answer that matches a regular expression, for walking a form by itself."""

import itertools
import random
import re
from re import _constants as made_of
from re import _parser

PRINTED = [chr(code) for code in range(32, 127)]
LIKELY = (
    "Sam Example", "example", "SK1 3XE", "SK13XE", "12345", "123456", "1234567", "12345678", "1234", "1", "12.50",
    "100", "07700 900123", "07700900123", "01632 960001", "sam@example.org", "https://www.example.org", "QQ123456C",
    "AB123456C", "2026", "01/02/2026", "A", "AB12", "AB12 CDE", "Yes", "30 94 30", "309430", "GB123456789", "SK123456",
)  # fmt: skip
TRIES = 300
MORE = 6  # times beyond the least that a repeat is tried


def example(pattern: str, low: int = 0, high: int = 200) -> str | None:
    """A text of `low` to `high` characters that `pattern` matches whole, as an answer is tidied. None if none is found.

    The same pattern gives the same example.
    """
    try:
        whole = re.compile(pattern)
        parsed = _parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return None

    def fits(text):
        return low <= len(text) <= high and text == " ".join(text.split()) and text and whole.fullmatch(text)

    chance = random.Random(pattern)  # noqa: S311  no secret
    for text in LIKELY:
        if fits(text):
            return text
    for _ in range(TRIES):
        text = "".join(itertools.islice(_made(parsed, chance, low), high + 1))
        if fits(text):
            return text
    return None


def _made(parsed, chance, low):
    for op, what in parsed:
        if op is made_of.LITERAL:
            yield chr(what)
        elif op is made_of.NOT_LITERAL:
            yield "a" if what != ord("a") else "b"
        elif op is made_of.ANY:
            yield chance.choice("abcdefghij 123")
        elif op is made_of.IN:
            yield chance.choice(_in(what))
        elif op is made_of.BRANCH:
            yield from _made(chance.choice(what[1]), chance, low)
        elif op is made_of.SUBPATTERN:
            yield from _made(what[-1], chance, low)
        elif op in (made_of.MAX_REPEAT, made_of.MIN_REPEAT) or str(op) == "POSSESSIVE_REPEAT":
            least, most, inner = what
            most = int(min(most, max(least + MORE, low)))
            for _ in range(chance.randint(least, max(least, most))):
                yield from _made(inner, chance, low)
        elif str(op) == "ATOMIC_GROUP":
            yield from _made(what, chance, low)


def _in(parts) -> list[str]:
    found, other = set(), False
    for op, what in parts:
        if op is made_of.NEGATE:
            other = True
        elif op is made_of.LITERAL:
            found.add(chr(what))
        elif op is made_of.RANGE:
            found |= {chr(code) for code in range(what[0], min(what[1], what[0] + 500) + 1)}
        elif op is made_of.CATEGORY:
            found |= {c for c in PRINTED if re.match(_CATEGORY.get(str(what), "."), c)}
    kept = [c for c in PRINTED if c not in found] if other else sorted(found)
    plain = [c for c in kept if c.isalnum()]
    return plain or kept or ["a"]


_CATEGORY = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
