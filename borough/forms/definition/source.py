"""Reading service.yaml: YAML 1.2 as plain data, with the line of every part kept beside it."""

from dataclasses import dataclass
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .faults import Fault, Path

MOST_BYTES = 2_000_000


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
    if len(text) > MOST_BYTES:
        raise Unreadable(Fault(file, 1, f"The file is too large: at most {MOST_BYTES:,} characters"))
    if "\0" in text:
        raise Unreadable(
            Fault(file, text[: text.index("\0")].count("\n") + 1, "The file has a NUL character: remove it")
        )
    yaml = YAML(typ="rt")
    yaml.allow_duplicate_keys = False
    try:
        marked = yaml.load(StringIO(text))
    except MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        message = (wrong.problem or "not YAML").split("\n")[0]
        raise Unreadable(
            Fault(file, mark.line + 1 if mark else 1, f"This is not YAML we can read: {message}")
        ) from wrong
    except (YAMLError, RecursionError, ValueError) as wrong:
        raise Unreadable(Fault(file, 1, f"This is not YAML we can read: {str(wrong).splitlines()[0]}")) from wrong
    if not isinstance(marked, CommentedMap):
        raise Unreadable(Fault(file, 1, "A service is a list of `key: value` lines; begin with `title:`"))
    try:
        return Source(file, plain(marked), marked)
    except RecursionError as wrong:
        raise Unreadable(Fault(file, 1, "The file refers to itself: write the part out in full")) from wrong


def plain(part, depth=0):
    """`part` as plain Python data, without the reader's own types."""
    if depth > 60:
        raise RecursionError
    if isinstance(part, dict):
        return {str(key): plain(value, depth + 1) for key, value in part.items()}
    if isinstance(part, list):
        return [plain(value, depth + 1) for value in part]
    if isinstance(part, bool) or part is None:
        return part
    if isinstance(part, int):
        return int(part)
    if isinstance(part, float):
        return float(part)
    if isinstance(part, str):
        return str(part)
    return part.isoformat() if hasattr(part, "isoformat") else str(part)
