"""YAML with bounds: what has no end or no meaning in a service is refused, each time with its line."""

from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

MOST_BYTES = 2_000_000
MOST_PARTS = 100_000
MOST_DEEP = 60
TOO_DEEP = "This nests too deep, or refers to itself: write it out more simply"
TOO_MANY = f"The file has too many parts: at most {MOST_PARTS:,}, with those that `*` repeats"


class NotYAML(Exception):
    """It cannot be read. `.line` (from 1) says where."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


def parse(text: str):
    """What the YAML holds, in the reader's own types, which know their lines. Raises NotYAML."""
    if len(text) > MOST_BYTES:
        raise NotYAML(1, f"The file is too large: at most {MOST_BYTES:,} characters")
    if "\0" in text:
        raise NotYAML(_line(text, text.index("\0")), "The file has a NUL character: remove it")
    yaml = YAML(typ="rt")
    yaml.allow_duplicate_keys = False
    yaml.Composer, yaml.Constructor = _Composer, _Constructor
    try:
        return yaml.load(StringIO(text))
    except MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise NotYAML(mark.line + 1 if mark else 1, _said(wrong)) from wrong
    except YAMLError as wrong:
        raise NotYAML(_line(text, getattr(wrong, "position", 0)), _said(wrong)) from wrong


class _Refused(MarkedYAMLError):
    """Ours, with words of its own."""

    def __init__(self, message: str, mark):
        super().__init__(problem=message, problem_mark=mark)


class _Composer(Composer):
    """Looks at each part as it comes, before there are too many of them."""

    def __init__(self, loader=None):
        super().__init__(loader)
        self.warn_double_anchors = False
        self.parts = 0

    def compose_node(self, parent, index):
        event = self.parser.peek_event()
        self.parts += 1
        if getattr(event, "tag", None):
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            raise _Refused(f"“{tag}” has no meaning here: take it away", event.start_mark)
        if self.depth > MOST_DEEP:
            raise _Refused(TOO_DEEP, event.start_mark)
        if self.parts > MOST_PARTS:
            raise _Refused(TOO_MANY, event.start_mark)
        return super().compose_node(parent, index)


class _Constructor(RoundTripConstructor):
    """What the reader itself trips over, such as 2026-02-30, happened at a part of the file."""

    def construct_object(self, node, deep=False):
        try:
            return super().construct_object(node, deep)
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as wrong:
            said = str(wrong) if isinstance(wrong, ValueError) else "we cannot tell what this is"
            raise MarkedYAMLError(problem=said, problem_mark=node.start_mark) from wrong


def _said(wrong) -> str:
    if isinstance(wrong, _Refused):
        return wrong.problem
    said = getattr(wrong, "problem", None) or str(wrong) or "not YAML"
    return f"This is not YAML we can read: {said.splitlines()[0]}"


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
