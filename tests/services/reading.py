"""How hard words are to read, after Flesch and Kincaid: a school year of 4 is a reading age of about 9."""

import re

MARKS = re.compile(r"\(\([a-z_]+\)\)|https?://\S+|\b[\w.]+@[\w.]+|www\.\S+|[*#_`]")
LISTED = re.compile(r"^\s*(?:[*#]|\d+\.)\s+", re.MULTILINE)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence. A heading or a bullet is a sentence of its own."""
    text = LISTED.sub("\n\n", text)
    text = re.sub(r"\(\(name\)\)", "Sam", text)
    text = MARKS.sub(" thing ", text)
    text = re.sub(r"\n{2,}", ". ", text)
    found = [re.findall(r"[A-Za-z][A-Za-z'’-]*", part) for part in re.split(r"[.!?:]+(?:\s|$)", text)]
    return [words for words in found if words]


def syllables(word: str) -> int:
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", word.lstrip("y"))))


def year(text: str) -> float:
    """The Flesch-Kincaid school year of `text`."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
