"""What was changed or left aside on the way from another format, and where it stood."""

import re
from dataclasses import dataclass, field

SECRET = re.compile(r"key|secret|token|password|e-?mail|url|webhook|template_?id|^to$|endpoint", re.IGNORECASE)
WORD = re.compile(r"[^\s<>\"']+")
LEFT_OUT = "(not kept)"
NOTHING = object()


@dataclass(frozen=True)
class Note:
    """`path` is where it stood in the file: pages[3].components[0]. `lost` is False for what stops the form."""

    path: str
    message: str
    lost: bool = True
    value: object = NOTHING


@dataclass
class Notes:
    """The notes of one file, in the order met."""

    found: list[Note] = field(default_factory=list)
    said: set = field(default_factory=set)

    def lost(self, path: str, message: str, value=NOTHING) -> None:
        """Something is not as it was, and the form still works."""
        note = Note(path, message, True, NOTHING if value is NOTHING else harmless(value))
        if (path, message) not in self.said:
            self.said.add((path, message))
            self.found.append(note)

    def fatal(self, path: str, message: str) -> None:
        """Nobody could use the form."""
        self.found.append(Note(path, message, False))


def harmless(value, deep: int = 0):
    """A value to keep beside the form, without anything that could be an address or a key. Bounded in depth."""
    if deep > 20:
        return LEFT_OUT
    if isinstance(value, dict):
        return {str(k): LEFT_OUT if SECRET.search(str(k)) else harmless(v, deep + 1) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [harmless(part, deep + 1) for part in value[:1000]]
    if isinstance(value, str):
        return WORD.sub(lambda word: LEFT_OUT if "." in word[0].partition("@")[2] else word[0], value)
    return value
