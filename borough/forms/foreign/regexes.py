"""JavaScript's regular expressions in the language of ours: the whole answer must match, digits are 0 to 9."""

import re

import regex

from ..definition.source import ODD
from ..questions import patterns

LONGEST = patterns.LONGEST
CLASSES = {"d": "0-9", "w": "A-Za-z0-9_"}


class Untranslatable(Exception):
    """It cannot be said in ours. The text says why."""


def ours(source: str) -> str:
    """The pattern as ours, empty where everything matches. Raises Untranslatable."""
    if ODD.search(source):
        raise Untranslatable("it has characters that nobody can see")
    literal = re.fullmatch(r"/(.*)/([a-z]*)", source, re.DOTALL)
    flags = ""
    if literal:
        source, flags = literal[1], literal[2]
    whole = _whole("(?i)" * ("i" in flags) + _tokens(source), source)
    if len(whole) > LONGEST:
        raise Untranslatable(f"it is longer than {LONGEST} characters")
    if slow := next(patterns.faults(whole), ""):
        raise Untranslatable(f"it {slow}")
    try:
        regex.compile(whole)
    except (regex.error, RecursionError, OverflowError, ValueError, IndexError) as wrong:
        raise Untranslatable(f"it is not a regular expression we can read ({wrong})") from wrong
    return "" if whole in (".*", r"[\s\S]*", "(?s:.*)") else whole


def _whole(pattern: str, source: str) -> str:
    """JavaScript looks for the pattern anywhere; ours must match the whole answer."""
    prefix = ""
    if pattern.startswith("(?i)"):
        prefix, pattern = "(?i)", pattern[4:]
    parts = _alternatives(pattern)
    starts = [part.startswith("^") for part in parts]
    ends = [part.endswith("$") and not re.search(r"(?<!\\)(\\\\)*\\\$$", part) for part in parts]
    if all(starts) and all(ends):
        parts = [part[1:-1] for part in parts]
        return prefix + "|".join(parts)
    found = []
    for part, start, end in zip(parts, starts, ends, strict=True):
        inner = part[1 if start else 0 : len(part) - 1 if end else None]
        found.append(f"{'' if start else '(?s:.*)'}(?:{inner}){'' if end else '(?s:.*)'}")
    return prefix + "|".join(found)


def _alternatives(pattern: str) -> list[str]:
    """The pattern cut at its | that stand in no brackets."""
    parts, deep, within, start, at = [], 0, False, 0, 0
    while at < len(pattern):
        c = pattern[at]
        if c == "\\":
            at += 2
            continue
        if within:
            within = c != "]"
        elif c == "[":
            within = True
        elif c == "(":
            deep += 1
        elif c == ")":
            deep -= 1
        elif c == "|" and deep == 0:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]


def _tokens(source: str) -> str:
    out, at, within = [], 0, False
    while at < len(source):
        c = source[at]
        if c == "\\" and at + 1 < len(source):
            said, at = _escape(source, at, within)
            out.append(said)
            continue
        if not within and source.startswith("[^]", at):
            out.append(r"[\s\S]")
            at += 3
            continue
        if not within and source.startswith("[]", at):
            out.append("(?!)")
            at += 2
            continue
        if not within and source.startswith("(?<", at) and source[at + 3 : at + 4] not in ("=", "!"):
            out.append("(?P<")
            at += 3
            continue
        if c == "[" and within:
            out.append(r"\[")
        elif c == "{" and not within and not re.match(r"\{\d+(,\d*)?\}", source[at:]):
            out.append(r"\{")  # JavaScript takes a brace that counts nothing as itself
        else:
            within = c == "[" if not within else c != "]"
            out.append(r"\&\&"[:2] + "&" if within and source.startswith("&&", at) else c)
        at += 1
    return "".join(out)


def _escape(source, at, within):
    c = source[at + 1]
    if c in CLASSES:
        return (CLASSES[c] if within else f"[{CLASSES[c]}]"), at + 2
    if c in ("D", "W"):
        inner = CLASSES[c.lower()]
        return (f"\\{c}" if within else f"[^{inner}]"), at + 2
    if brace := re.match(r"\\u\{([0-9a-fA-F]{1,6})\}", source[at:]):
        return re.escape(_char(brace[1])), at + brace.end()
    if code := re.match(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))", source[at:]):
        return re.escape(_char(code[1] or code[2])), at + code.end()
    if c == "c" and source[at + 2 : at + 3].isalpha():
        return re.escape(chr(ord(source[at + 2].upper()) - 64)), at + 3
    if (
        c in "pPkzZAGhKXQE"
        and not (c in "pP" and source[at + 2 : at + 3] == "{")
        and not (c == "k" and source[at + 2 : at + 3] == "<")
    ):
        return c, at + 2  # JavaScript gives these no meaning
    if c == "k":
        return "(?P=" + source[at + 3 :].split(">", 1)[0] + ")", at + 3 + source[at + 3 :].find(">") + 1
    if c == "b" and within:
        return r"\x08", at + 2
    if c.isalpha() and c not in "bBsSnrtvfpP":
        return re.escape(c), at + 2
    return source[at : at + 2], at + 2


def _char(code: str) -> str:
    value = int(code, 16)
    if value > 0x10FFFF or 0xD800 <= value <= 0xDFFF:
        raise Untranslatable("it names a character that there is not")
    return chr(value)
