"""Names that ours take: short, plain, and each given once."""

import re
import unicodedata

from ..definition.model import RESERVED

WORDS = {"yes", "no", "today", "is", "not", "and", "or", "in", "contains", "answered", "sum", "count", "min", "max"}
TAKEN = WORDS | {"do", "csrfmiddlewaretoken", "change", "reference", "name", "deadline", "link", "reason", "council"}
TAKEN |= {"service", "phone", "files", "return", "language"}
LONGEST = 50  # leaves room for _2 and _more


class Names:
    """Gives out names, each once."""

    def __init__(self, taken=()):
        self.given = set(taken)

    def give(self, wanted: str, joint: str) -> str:
        name, count = wanted, 2
        while name in self.given:
            name, count = f"{wanted}{joint}{count}", count + 1
        self.given.add(name)
        return name


class QuestionNames(Names):
    """Names of questions and groups: full_name."""

    def __init__(self):
        super().__init__(TAKEN)

    def of(self, source: str, title: str, kind: str = "answer") -> str:
        wanted = source if _meant(source) else title
        wanted = plain(_snaked(wanted), "_") or plain(_snaked(source), "_") or kind
        if not wanted[0].isalpha():
            wanted = f"{kind}_{wanted}"
        wanted = shortened(wanted, "_", 40 if wanted != plain(_snaked(source), "_") else LONGEST)
        return self.give(f"{wanted}_answer" if wanted in TAKEN else wanted, "_")


class PageNames(Names):
    """Names of pages: their addresses."""

    def __init__(self):
        super().__init__(RESERVED)

    def of(self, path: str, title: str) -> str:
        wanted = plain(path, "-") or plain(title, "-") or "page"
        return self.give(shortened(wanted, "-", LONGEST), "-")


def plain(words: str, joint: str) -> str:
    """Lower-case letters and digits of `words`, with `joint` for the rest."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", joint, bare).strip(joint)


def shortened(name: str, joint: str, longest: int) -> str:
    """`name` cut at a word's end where it is too long."""
    if len(name) <= longest:
        return name
    cut = name[:longest]
    return (cut.rsplit(joint, 1)[0] if joint in cut[10:] else cut).strip(joint)


def _snaked(name: str) -> str:
    """dateOfBirth as date_of_birth."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)


def _meant(name: str) -> bool:
    """Whether a person chose this name: editors make up others, such as TjdFOz or a UUID."""
    if not name or not re.search(r"[A-Za-z]", name) or len(name) > 60:
        return False
    if re.fullmatch(r"[0-9a-fA-F-]{32,36}", name):
        return False
    if re.fullmatch(r"[A-Za-z]{5,7}", name) and not name.islower() and not name[1:].islower():
        words = _snaked(name).split("_")
        return len(words) > 1 and all(len(word) > 2 and re.search("[aeiouyAEIOUY]", word) for word in words)
    return True
