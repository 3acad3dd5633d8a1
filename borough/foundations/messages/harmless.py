"""What somebody typed, fit to stand in a message of ours."""

import re

_MARKUP = re.compile(r"^[\s#*>\-]+")
_LINK = re.compile(r"(?i)(https?|ftp)://|www\.")


def harmless(text: str, *, between: str = ", ") -> str:
    """No headings, bullets or links of their own making. Its lines, without empty ones, are joined by `between`."""
    lines = [_MARKUP.sub("", line).strip() for line in str(text).splitlines()]
    return _LINK.sub(" ", between.join(line for line in lines if line)).strip()  # a space, or what is left may join up
