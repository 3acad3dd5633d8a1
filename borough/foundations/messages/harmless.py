"""What somebody typed, fit to stand in a message of ours."""

import re

_MARKUP = re.compile(r"^[\s#*>\-]+")
_LINK = re.compile(r"(?i) *(?:(?:https?|ftp)://|www\.)")


def harmless(text: str, *, between: str = ", ") -> str:
    """No headings, bullets or links of their own making. Its lines, without empty ones, are joined by `between`."""
    lines = [_line(line) for line in str(text).splitlines()]
    return between.join(line for line in lines if line)


def _line(line: str) -> str:
    """A space stands where a link began, or what is left of hthttps://tps:// would be one."""
    return _MARKUP.sub("", _LINK.sub(" ", line)).strip()
