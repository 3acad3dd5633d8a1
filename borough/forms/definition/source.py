"""Reading service.yaml: YAML 1.2 as plain data, with the line of every part kept beside it."""

import itertools
import re
from dataclasses import dataclass

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from . import parsing
from .faults import Fault, Path

ODD = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\ud800-\\udfff\\ue000-\\uf8ff]")  # what pages are cut at among them


@dataclass
class Source:
    """A definition as read: `data` is plain dicts, lists, strings and numbers."""

    file: str
    data: dict
    marked: CommentedMap

    def line(self, path: Path) -> int:
        """The line (from 1) of the part at `path`, or of its nearest enclosing part.

        Steps that are not in the file are passed over, so that a validator's own steps in a path do no harm.
        """
        part, line = self.marked, 1
        for step in path:
            try:
                if isinstance(part, CommentedMap) and step in part:
                    line = part.lc.key(step)[0] + 1
                    part = part[step]
                elif isinstance(part, CommentedSeq) and isinstance(step, int) and step < len(part):
                    line = part.lc.item(step)[0] + 1
                    part = part[step]
            except (KeyError, TypeError, AttributeError):
                break
        return line

    def fault(self, path: Path, message: str) -> Fault:
        return Fault(self.file, self.line(path), message)


class Unreadable(Exception):
    """The file is not YAML, or not a mapping. `.fault` says where."""

    def __init__(self, fault: Fault):
        super().__init__(str(fault))
        self.fault = fault


def read(text: str, file: str) -> Source:
    """Parse `text`. Raises Unreadable with one fault: wrong YAML, a key given twice, or not a mapping at the top."""
    try:
        marked = parsing.parse(text)
    except parsing.NotYAML as wrong:
        raise Unreadable(Fault(file, wrong.line, str(wrong))) from wrong
    if not isinstance(marked, CommentedMap):
        raise Unreadable(Fault(file, 1, "A service is a list of `key: value` lines; begin with `title:`"))
    source = Source(file, {}, marked)
    try:
        source.data = plain(marked)
    except Odd as odd:
        raise Unreadable(source.fault(odd.path, str(odd))) from odd
    return source


class Odd(Exception):
    """A part that no service needs and that would break what comes after. `.path` says where."""

    def __init__(self, path: Path, message: str):
        super().__init__(message)
        self.path = path


def plain(part, path: Path = (), count=None):
    """`part` as plain Python data, without the reader's own types. Raises Odd."""
    count = itertools.count() if count is None else count
    if len(path) > parsing.MOST_DEEP:
        raise Odd(path[:2], parsing.TOO_DEEP)
    if next(count) > parsing.MOST_PARTS:
        raise Odd(path[:2], parsing.TOO_MANY)
    if isinstance(part, dict):
        return {_text(str(key), path): plain(value, (*path, key), count) for key, value in part.items()}
    if isinstance(part, list):
        return [plain(value, (*path, at), count) for at, value in enumerate(part)]
    if isinstance(part, bool) or part is None:
        return part
    for kind in (int, float):
        if isinstance(part, kind):
            return kind(part)
    return _text(part.isoformat() if hasattr(part, "isoformat") else str(part), path)


def _text(text: str, path: Path) -> str:
    if odd := ODD.search(text):
        raise Odd(path, f"There is a character here that nobody can see (U+{ord(odd[0]):04X}): remove it")
    return text
