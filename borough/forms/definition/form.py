"""A definition compiled once per version: conditions made into functions, pages found by name, routes worked out."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from ..questions.base import Question
from ..registries import rules
from . import conditions
from .model import Page, Service

CHECK_ANSWERS = "check-answers"


@dataclass(frozen=True)
class Route:
    """The pages that these answers lead through, in order.

    `wanted` is the first of them still to be answered; `ended` whether the last stops the journey. With neither, the
    next thing is to check the answers.
    """

    pages: tuple["CompiledPage", ...]
    wanted: "CompiledPage | None"
    ended: bool = False

    @property
    def complete(self) -> bool:
        return self.wanted is None and not self.ended

    def before(self, name: str) -> "CompiledPage | None":
        """The page before this one, for the back link."""
        for at, page in enumerate(self.pages):
            if page.name == name:
                return self.pages[at - 1] if at else None
        return None

    def reaches(self, name: str) -> bool:
        return any(page.name == name for page in self.pages)


class CompiledPage:
    """A page with what each request needs at hand."""

    def __init__(self, page: Page, follows: str):
        self.page = page
        self.name, self.heading, self.end = page.name, page.heading, page.end
        self.asking = page.asking
        self.questions = {question.name: question for question in with_children(self.asking)}
        self.names = tuple(self.questions)
        self.steady = all(question.steady for question in self.questions.values())
        self.branches = [
            (conditions.evaluator(conditions.parse(next.when), rules.get) if next.when else None, next.go)
            for next in page.next
        ]
        self.follows = follows

    def go(self, logic: dict, today: datetime.date) -> str:
        for holds, name in self.branches:
            if holds is None or holds(logic, today):
                return name
        return self.follows

    def asked(self, answers: dict) -> list[Question]:
        """Its questions that these answers leave visible: all, less those beneath an option not chosen."""
        return list(_visible(self.asking, answers))


@dataclass
class Form:
    """A version of a service, compiled."""

    slug: str
    service: Service
    sections: dict = field(default_factory=dict)
    version: int | None = None  # the primary key of its DefinitionVersion
    languages: tuple[str, ...] = ("en",)  # that it can be read in
    language: str = "en"  # that it is in
    english: frozenset[str] = frozenset()  # texts that are still English in another language

    def __post_init__(self):
        pages = self.service.pages
        self.pages: dict[str, CompiledPage] = {}
        for at, page in enumerate(pages):
            follows = pages[at + 1].name if at + 1 < len(pages) else CHECK_ANSWERS
            self.pages[page.name] = CompiledPage(page, follows)
        self.first = next(iter(self.pages.values()))
        self.questions: dict[str, Question] = {n: q for page in self.pages.values() for n, q in page.questions.items()}
        self.branching = {
            n
            for page in pages
            for next in page.next
            if next.when
            for n in conditions.names(conditions.parse(next.when))
        }
        self._with_rules = any(
            conditions.rules(conditions.parse(n.when)) for page in pages for n in page.next if n.when
        )

    @property
    def title(self) -> str:
        return self.service.title

    @property
    def summary(self) -> str:
        return self.service.summary

    @property
    def area(self) -> str:
        return self.service.area

    @property
    def minutes(self) -> int:
        return self.service.minutes

    @cached_property
    def page_of(self) -> dict[str, CompiledPage]:
        return {name: page for page in self.pages.values() for name in page.names}

    def route(self, answers: dict, today: datetime.date) -> Route:
        """Where these answers lead. Only answers on the way count: those of a branch left behind are not looked at."""
        passed, logic = [], {}
        page = self.first
        while True:
            passed.append(page)
            if page.end:
                return Route(tuple(passed), None, ended=True)
            for name in page.names:
                if name not in answers:
                    return Route(tuple(passed), page)
                if self._with_rules or name in self.branching:
                    logic[name] = page.questions[name].logic(answers[name])
            name = page.go(logic, today)
            if name == CHECK_ANSWERS:
                return Route(tuple(passed), None)
            page = self.pages[name]
            if len(passed) > len(self.pages):
                raise RecursionError(f"{self.slug}: the pages go round in a circle")  # the checker refuses these

    def answered(self, answers: dict, today: datetime.date) -> dict:
        """The answers that count, in the order asked: on the route, and not beneath an option left unchosen."""
        return {
            question.name: answers[question.name]
            for page in self.route(answers, today).pages
            for question in page.asked(answers)
            if question.name in answers
        }

    def logic(self, answers: dict) -> dict:
        """Answers as conditions compare them."""
        return {name: self.questions[name].logic(value) for name, value in answers.items() if name in self.questions}


def with_children(questions):
    """Every question, each followed by those beneath its options."""
    for question in questions:
        yield question
        yield from with_children(question.children())


def _visible(questions, answers):
    for question in questions:
        yield question
        yield from _visible(question.revealed(answers.get(question.name)), answers)
