"""Every message a question can give, found by making the mistakes: no list of them that could be forgotten."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from borough.foundations.documents import actions as documents
from borough.foundations.documents import kinds
from borough.foundations.documents.refused import Refused

from .definition import moments
from .questions.base import Invalid, Question
from .questions.files import Infected

# Things that are wrong for one kind of question or another: too far, too near, of the wrong shape, of no shape at all
ODD = (
    "x", "?", "0", "1", "31", "99", "-99", "1.23456789", "1234567", "99999999999", "2026", "9999", "1850", "2 am",
    "0:00", "23:59", "2020-01-01T09:00", "AB1 2DE", "ab", "Zz 99 99", "https://a@b.example", "yes", "Example",
)  # fmt: skip
LONG = 20_001
MOST = 4_000  # tries at one question


@dataclass(frozen=True)
class Said:
    """One message: which fault it is, the field it stands beside, and the words."""

    fault: str
    field: str
    message: str


def messages(question: Question, today: datetime.date) -> list[Said]:
    """What this question can say is wrong, each once: those that differ in a number alone are one."""
    found: dict[tuple, Said] = {}
    for typed in _tries(question, today):
        try:
            question.clean(typed, today)
        except Invalid as wrong:
            said = Said(wrong.fault, wrong.field, wrong.message)
            found.setdefault((said.fault, said.field, re.sub("[0-9][0-9,]*", "0", said.message)), said)
    sent = _files(question) if question.template == "file" else ()
    return sorted([*found.values(), *sent], key=lambda said: said.fault != "missing")


def _files(question) -> Iterator[Said]:
    """What is said of files that we do not take: these are refused as they come, before there is an answer."""
    ending = kinds.extensions(set(question.kinds))[0]
    bad = [SimpleUploadedFile(name, b"MZ") for name in ("example.exe", f"example{ending}")]
    bad += [SimpleUploadedFile("example", b""), SimpleUploadedFile("example", b"x")]
    bad[-1].size = question.max_bytes + 100_000
    for file in bad:
        try:
            documents.check(file, allowed=set(question.kinds), max_bytes=question.max_bytes)
        except Refused as refused:
            fault = question.refused(file.size)
            yield Said(fault, question.name, question.errors.get(fault) or str(refused))
    infected = Infected(f"example{ending}", question.name)
    yield Said(infected.fault, infected.field, infected.message)


def unheard(question: Question, said: list[Said]) -> dict[str, str]:
    """The definition's own wording that none of our mistakes brought out: fault → words."""
    heard = {one.message for one in said}
    return {fault: words for fault, words in question.errors.items() if words not in heard}


def _tries(question: Question, today) -> Iterator[dict]:
    """Ways to answer it wrongly: not at all, one box wrong or empty where the rest is right, the first boxes alone."""
    blank, samples = question.typed(None), question.samples()[:2]
    fields = [field for field in question.fields() if field in samples[0]] or question.fields()
    odd = [] if question.template == "file" else [*_beyond(question), LONG * "x", *ODD, ""]  # nobody types a file
    wrong = [{}, *_together(question, today), *({field: text} for text in odd for field in fields)]
    wrong += [dict.fromkeys(fields[at:], "") for at in range(len(fields))]
    yield blank
    for changed in wrong[: MOST // 3]:
        for right in (*samples, {}):
            yield blank | right | changed


def _beyond(question) -> Iterator[str]:
    """What lies just beyond this question's own bounds, for one box."""
    for bound, step in (("min", -1), ("max", 1)):
        value = getattr(question, bound, None)
        if value is not None:
            yield str(Decimal(value) + step)
    if longest := getattr(question, "longest", None):
        yield "x" * (longest + 1)
    if getattr(question, "min_length", 0) > 1:
        yield "x" * (question.min_length - 1)
    if words := getattr(question, "max_words", None):
        yield "w " * (words + 1)


def _together(question, today) -> Iterator[dict]:
    """The same, for all of its boxes together."""
    for bound, days in (("earliest", -40), ("latest", 40)):
        text = getattr(question, bound, "")
        if text and ":" not in text:
            yield question.typed((moments.on(moments.read(text), today) + datetime.timedelta(days=days)).isoformat())
    if question.template == "checkboxes":
        every = list(question.choices)
        yield from ({question.name: values} for values in (["nothing like it"], every))
        yield {question.name: [value for value in every if not question.choices[value].exclusive]}
    if question.template == "file":
        enough = question.samples()[0][question.name]
        yield {question.name: enough * (question.most + 1)}
        yield {question.name: enough[:-1]}
