"""Making a PDF of questions and answers. Typst is read when the first one is made: it takes 30 MB."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from borough.foundations.authority.details import details

TEMPLATE = Path(__file__).parent / "answers.typ"
FONTS = ["Liberation Sans", "Arial", "Noto Sans", "DejaVu Sans", "Libertinus Serif"]  # the last comes with Typst
SIZES = {"standard": 12, "large_print": 18}  # points
LONG = re.compile(r"\S{50,}")
NOT_PRINTED = "We cannot print every letter of this. We have your answers as you typed them."


@dataclass(frozen=True)
class Row:
    label: str
    text: str


@dataclass(frozen=True)
class Section:
    """`heading` may be empty. A row's text may have several lines."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Paper:
    """What stands on it. `words` are paragraphs under the title; `language` is such as en or cy."""

    title: str
    reference: str
    words: tuple[str, ...]
    sections: tuple[Section, ...]
    language: str = "en"
    format: str = "standard"  # as people.Person.Format; large_print is larger


def pdf(paper: Paper) -> bytes:
    """The paper as PDF/UA-1, which screen readers can read.

    Where a letter is in no font of this machine, it is a tagged PDF that says so: PDF/UA allows no missing letter.
    """
    import typst

    try:
        return _made(typst, paper, paper.words, "ua-1")
    except typst.TypstError as fault:
        if "could not be displayed" not in str(fault):
            raise
    return _made(typst, paper, (*paper.words, NOT_PRINTED), "1.7")


def _breakable(part):
    """Long words may go on in the next line: an invisible space every 20 letters, else they leave the page."""
    if isinstance(part, str):
        return LONG.sub(lambda word: "\u200b".join(re.findall(".{1,20}", word[0])), part)
    if isinstance(part, dict):
        return {key: _breakable(value) for key, value in part.items()}
    return [_breakable(one) for one in part] if isinstance(part, list | tuple) else part


def _made(typst, paper, words, standard) -> bytes:
    council = details()
    data = _breakable(asdict(paper)) | {
        "title": paper.title,
        "words": _breakable(words),
        "council": council.full_name,
        "colour": council.colour,
        "fonts": FONTS,
        "size": SIZES.get(paper.format, SIZES["standard"]),
    }
    return typst.compile(str(TEMPLATE), sys_inputs={"data": json.dumps(data)}, pdf_standards=[standard])
