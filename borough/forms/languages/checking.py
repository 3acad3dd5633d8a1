"""Whether a definition's other languages are whole: what is missing, what is stale, and what would not work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from borough.design.languages import speaking

from ..definition.checks import PLACEHOLDER
from ..definition.faults import Fault
from ..definition.source import Source
from . import OTHERS
from .catalogue import MISSING, NAMES, STALE, Catalogue, Unreadable
from .exchanging import exchanged, translations
from .texts import Wording, of_form

Examine = Callable[[dict], list[tuple[tuple, str]]]  # data → (path, message) of all that is wrong with it


@dataclass
class Found:
    """`translations` is language → place → words: part of the version, as it is what people read."""

    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    gaps: list[Fault] = field(default_factory=list)  # faults where the definition promises the language whole


def check(form, source: Source, catalogues: dict[str, str], examine: Examine) -> Found:
    """`catalogues` is language → text of its file; `examine` says what is wrong with the translated data."""
    found = Found()
    texts, promised = list(of_form(form)), form.service.languages
    for language in OTHERS:
        if language in catalogues and (language in promised or not promised):
            _one(found, texts, _File(source, language, catalogues[language]), examine)
        elif language in promised:
            message = f"There is no {language}.po beside it: make one with `borough services translate {form.slug}`"
            found.faults.append(source.fault(("languages",), message))
    if promised:
        found.faults, found.gaps = found.faults + found.gaps, []
    return found


@dataclass
class _File:
    source: Source
    language: str
    text: str

    @property
    def name(self) -> str:
        return str(PurePath(self.source.file).with_name(f"{self.language}.po"))

    def fault(self, wording: Wording, line: int, message: str) -> Fault:
        """In the catalogue where that speaks of it, else where the English stands."""
        return Fault(self.name, line, message) if line else self.source.fault(wording.path, message)


def _one(found: Found, texts: list[Wording], file: _File, examine: Examine) -> None:
    try:
        catalogue = Catalogue(file.text, file.language)
    except Unreadable as wrong:
        found.faults.append(Fault(file.name, wrong.line, str(wrong)))
        return
    words = found.translations[file.language] = translations(catalogue, texts)
    named = NAMES[file.language]
    for wording in texts:
        entry = catalogue.of(wording)
        found.gaps += [file.fault(wording, entry.line, said) for said in _gaps(wording, entry, named)]
        if wording.place in words:
            unlike = _unlike(wording, words[wording.place], named)
            found.faults += [file.fault(wording, entry.line, said) for said in unlike]
    with speaking(file.language):
        data = exchanged(file.source.data, texts, words)
    for path, message in examine(data):
        wording = next((wording for wording in texts if _within(wording.path, path)), None)
        message = f"In {named}: {message}"
        if wording:
            found.faults.append(file.fault(wording, catalogue.of(wording).line, message))
        else:
            found.faults.append(file.source.fault(path, message))


def _gaps(wording, entry, named) -> Iterator[str]:
    short = wording.text if len(wording.text) <= 60 else f"{wording.text[:57]}…"
    if wording.given and entry.state == MISSING:
        yield f"“{short}” has no {named}"
    elif wording.given and entry.state == STALE:
        yield f"The {named} is stale, because the English is new: “{short}”"


def _unlike(wording, words, named) -> Iterator[str]:
    """What one fills in and the other does not."""
    english, other = set(PLACEHOLDER.findall(wording.text)), set(PLACEHOLDER.findall(words))
    for name in sorted(english - other):
        yield f"The {named} does not fill in (({name})), as the English does"
    for name in sorted(other - english):
        yield f"The {named} fills in (({name})), which the English does not"


def _within(short: tuple, long: tuple) -> bool:
    """Whether all steps of `short` are in `long`, in order: a validator puts steps of its own between them."""
    steps = iter(long)
    return all(step in steps for step in short)
