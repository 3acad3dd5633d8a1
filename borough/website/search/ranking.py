"""Which documents answer what somebody typed, best first: pure, and forgiving of typing.

A word counts where it is found whole, as the beginning of one, or spelled nearly like one: by the share of their
trigrams (Dice's coefficient), the same measure as PostgreSQL's pg_trgm, which not every database of ours has.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

NEAR = 0.45  # of the trigrams of two words, from which they count as the same word misspelled
WEIGHTS = {"title": 6.0, "summary": 2.0, "body": 1.0}
SMALL = frozenset(
    {"a", "an", "and", "are", "at", "be", "by", "can", "do", "for", "from", "how", "i", "in", "is", "it", "me", "my"}
    | {"of", "on", "or", "the", "to", "we", "what", "with", "you", "your"}
)
MOST_WORDS = 12  # of what was typed


@dataclass(frozen=True)
class Document:
    """Something that can be found."""

    title: str
    summary: str
    href: str
    kind: str  # Service, Page, News, Workstream, Measure
    body: str = ""

    @cached_property
    def by_part(self) -> dict[str, dict[str, frozenset[str]]]:
        """part → word → its trigrams."""
        parts = {"title": self.title, "summary": self.summary, "body": self.body}
        return {part: {word: trigrams(word) for word in words(text)} for part, text in parts.items()}


@dataclass(frozen=True)
class Hit:
    document: Document
    score: float


def words(text: str) -> list[str]:
    """In small letters, without marks over letters, each once, in order."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return list(dict.fromkeys(re.findall(r"[a-z0-9]+", plain.replace("'", ""))))


def trigrams(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def search(documents: Iterable[Document], typed: str) -> list[Hit]:
    """Those that have at least one word of what was typed, and more of them first. Empty where nothing was typed."""
    wanted = words(typed)[:MOST_WORDS]
    wanted = [word for word in wanted if word not in SMALL] or wanted
    grams = {word: trigrams(word) for word in wanted}
    hits = []
    for document in documents:
        scores = [_score(document, word, grams[word]) for word in wanted]
        if any(scores):
            found = sum(1 for score in scores if score) / len(scores)
            hits.append(Hit(document, sum(scores) * found**2))
    return sorted(hits, key=lambda hit: (-hit.score, hit.document.title))


def _score(document, word, grams) -> float:
    return max(_best(known, word, grams) * WEIGHTS[part] for part, known in document.by_part.items())


def _best(known, word, grams) -> float:
    if word in known:
        return 1.0
    best = 0.0
    for other, theirs in known.items():
        if len(word) >= 3 and other.startswith(word):
            best = max(best, 0.8)
        elif len(word) >= 4 and len(other) >= 4:
            near = likeness(grams, theirs)
            if near >= NEAR:
                best = max(best, 0.7 * near)
    return best
