"""Whether a regular expression can be slow: ours are matched against whatever people type."""

import re
from collections.abc import Iterator
from re import _constants as made_of
from re import _parser  # not public, but the only reader of patterns that agrees with the matcher

import regex

LONGEST = 1_000  # characters of a pattern
LARGEST = 100_000  # things to match, each as often as it is repeated: the matcher writes repeats within repeats out
SECONDS = 0.2  # that matching one answer may take
REPEATS = {made_of.MAX_REPEAT, made_of.MIN_REPEAT}


def matches(pattern: str, text: str) -> bool:
    """Whether the pattern matches the whole text. One that takes longer than SECONDS does not."""
    try:
        return regex.fullmatch(pattern, text, regex.VERSION0, timeout=SECONDS) is not None
    except TimeoutError:
        return False


def faults(pattern: str) -> Iterator[str]:
    """What is wrong with it, in words that follow “`pattern`”."""
    try:
        parsed = _parser.parse(pattern)
        size = _size(parsed)
        if size <= LARGEST:
            re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as wrong:
        yield f"is not a regular expression: {wrong}"
        return
    if size > LARGEST:
        yield f"repeats a part too often: it may stand for {LARGEST:,} letters at most"
    elif _repeats_a_choice(parsed):
        yield "repeats a part that can itself match in several ways, which can take for ever: write it more simply"
    elif any(op in (made_of.GROUPREF, made_of.GROUPREF_EXISTS) for op, _ in _parts(parsed)):
        yield "refers back to a part of itself: write it more simply"


def _repeats_a_choice(parsed) -> bool:
    """A repeat around another, or around alternatives: (a+)+ and (a|aa)* try every way of sharing out the letters."""
    for _, most, inside in _repeats(parsed):
        if most > 1 and any(op is made_of.BRANCH or (op in REPEATS and _loose(what)) for op, what in _parts(inside)):
            return True
    return False


def _size(parsed) -> int:
    """How many things it matches, each as often as it must or may be repeated."""
    size = 0
    for op, what in parsed:
        often = 1
        if op in REPEATS:
            low, high, _ = what
            often = max(low, 1) if high is made_of.MAXREPEAT else max(high, 1)
        size += often * max(1, sum(map(_size, _inside(what))))
    return size


def _loose(repeat) -> bool:
    low, high, _ = repeat
    return low != high


def _repeats(parsed):
    return (what for op, what in _parts(parsed) if op in REPEATS)


def _parts(parsed) -> Iterator[tuple]:
    """Every (operation, argument) at any depth."""
    for op, what in parsed:
        yield op, what
        for inner in _inside(what):
            yield from _parts(inner)


def _inside(what):
    if isinstance(what, _parser.SubPattern):
        yield what
    elif isinstance(what, list | tuple):
        for part in what:
            yield from _inside(part)
