"""Pages compiled, and the ways through them: one flow for the whole form, one for each repeated group or section."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from ..questions.base import Question
from ..questions.choices import YesNo
from . import conditions
from .model import Page, Repeat, Section

CHECK_ANSWERS = "check-answers"
TASKS = "tasks"


@dataclass(frozen=True)
class Route:
    """The pages that these answers lead through, in order.

    `wanted` is the first of them still to be answered; `ended` whether the last stops the journey. With neither, the
    next thing is what comes after the flow: to check the answers. `logic` has the answers on the way as conditions
    compare them. In a task list `sections` has each section that is needed with its own route.
    """

    pages: tuple["CompiledPage", ...]
    wanted: "CompiledPage | None"
    ended: bool = False
    logic: dict = field(default_factory=dict)
    sections: tuple[tuple[Section, "Route"], ...] = ()

    @property
    def complete(self) -> bool:
        return self.wanted is None and not self.ended

    @property
    def begun(self) -> bool:
        return bool(self.pages) and self.wanted is not self.pages[0]

    def part(self, name: str) -> "Route":
        """The section's route that has this page, where there are sections; else all of it."""
        return next((route for _, route in self.sections if route.reaches(name)), self)

    def before(self, name: str) -> "CompiledPage | None":
        """The page before this one, for the back link."""
        return self._beside(name, -1)

    def after(self, name: str) -> "CompiledPage | None":
        return self._beside(name, 1)

    def _beside(self, name, step):
        pages = self.part(name).pages
        at = next((at for at, page in enumerate(pages) if page.name == name), None)
        return pages[at + step] if at is not None and 0 <= at + step < len(pages) else None

    def reaches(self, name: str) -> bool:
        return any(page.name == name for page in self.pages)


class CompiledPage:
    """A page with what each request needs at hand. `follows` is the page below it, or where the flow leads."""

    def __init__(self, page: Page, follows: str, within: "Group | None" = None):
        self.page, self.follows, self.within = page, follows, within
        self.name, self.heading, self.end = page.name, page.heading, page.end
        self.group = Group(self) if page.repeat else None
        self.items = [self.group.more] if self.group else page.questions
        self.asking = [item for item in self.items if item.asks]
        self.questions = {question.name: question for question in with_children(self.asking)}
        self.names = tuple(self.questions)
        self.telling = list(self.questions.values())  # those that a condition or formula asks about
        self._needed = frozenset(self.names)
        self.summaries = [item for item in self.items if item.template == "summary"]
        self.section = page.section or (within.section if within else "")
        self.drawn: dict = {}  # what it looks like, by what is hidden: `rendering` keeps it here
        self.prefills = any(question.prefill for question in self.questions.values())
        self.confirms = any(q.type == "email" and q.confirm for q in self.questions.values())
        self.fresh = any(question.fresh for question in self.questions.values())
        self.scripts = sorted({question.script for question in self.questions.values() if question.script})
        self.steady = all(question.steady for question in self.questions.values())
        self.unsteady = [field for q in self.questions.values() if not q.steady for field in q.fields()]
        self.branches = [(conditions.holds(next.when) if next.when else None, next.go) for next in page.next]
        self.when = conditions.holds(page.when) if page.when else None
        self.shown_when = {
            at: conditions.holds(item.when) for at, item in enumerate(self.items) if getattr(item, "when", None)
        }

    @property
    def varies(self) -> bool:
        """Whether what it shows depends on answers."""
        return bool(self.group or self.shown_when)

    @property
    def conditions(self) -> Iterator[str]:
        """Every condition that this page looks at."""
        yield from (next.when for next in self.page.next if next.when)
        yield from (item.when for item in self.items if getattr(item, "when", None))
        if self.page.when:
            yield self.page.when

    def go(self, logic: dict, today: datetime.date) -> str:
        for holds, name in self.branches:
            if holds is None or holds(logic, today):
                return name
        return self.follows

    def hidden(self, answers: dict, logic: dict, today: datetime.date) -> frozenset[int]:
        """Which of the things on it, by position, are not shown to these answers."""
        if self.group:
            return frozenset({0} if self.group.full(answers) else ())
        if not self.shown_when:
            return frozenset()
        return frozenset(at for at, holds in self.shown_when.items() if not holds(logic, today))

    def shown(self, hidden: frozenset[int] = frozenset()) -> list[Question]:
        """Its questions, less those hidden."""
        if not hidden:
            return self.asking
        return [item for at, item in enumerate(self.items) if item.asks and at not in hidden]

    def asked(self, answers: dict, hidden: frozenset[int] = frozenset()) -> list[Question]:
        """Its questions that these answers leave visible: all, less those hidden or beneath an option not chosen."""
        return list(_visible(self.shown(hidden), answers))

    def answered(self, answers: dict, today: datetime.date, logic: dict) -> bool:
        if self.group and not self.group.whole(answers, today, logic):
            return False
        return answers.keys() >= self._needed


class Flow:
    """Pages in order, and the way through them. `onward` is where the last leads."""

    def __init__(self, pages: list[Page], onward: str, within: "Group | None" = None):
        below = [page.name for page in pages[1:]] + [onward]
        self.onward = onward
        self.pages = {page.name: CompiledPage(page, to, within) for page, to in zip(pages, below, strict=True)}
        self.first = next(iter(self.pages.values()))

    @cached_property
    def every(self) -> list[CompiledPage]:
        """Its pages and those of its groups, in the order written."""
        return [p for page in self.pages.values() for p in (page, *(page.group.flow.every if page.group else ()))]

    def route(self, answers: dict, today: datetime.date, logic: dict) -> Route:
        """Where these answers lead. Only answers on the way count: those of a branch left behind are not looked at.

        `logic` has what is known before, and gains what is met.
        """
        passed = []
        page, left = self.first, len(self.pages)
        while True:
            if page.when is None or page.when(logic, today):
                passed.append(page)
                if page.end:
                    return Route(tuple(passed), None, True, logic)
                if not page.answered(answers, today, logic):
                    return Route(tuple(passed), page, False, logic)
                for question in page.telling:
                    logic[question.name] = question.logic(answers[question.name])
                if page.group:
                    logic[page.group.name] = page.group.logic(answers)
            name = page.go(logic, today)
            page, left = self.pages.get(name), left - 1
            if page is None:
                return Route(tuple(passed), None, False, logic)
            if left < 0:
                raise RecursionError(f"the pages go round in a circle at {name}")  # the checker refuses these


class Group:
    """Pages gone through once for each of several. Its answers are kept as {"1": {...}, "2": {...}}."""

    def __init__(self, page: CompiledPage):
        self.repeat: Repeat = page.page.repeat
        self.name, self.page, self.row = page.page.group, page.name, self.repeat.row
        self.section = page.page.section or ""
        self.least, self.most, self.times = self.repeat.least, self.repeat.most, self.repeat.times
        words = self.repeat.more or _("Do you need to add another {row}?").format(row=self.row)
        self.more = YesNo(name=f"{self.name}_more", label=words)
        self.flow = Flow(self.repeat.pages, page.name, self)

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {name: question for page in self.flow.every for name, question in page.questions.items()}

    def entries(self, answers: dict) -> dict[str, dict]:
        """Entry's key → its answers, in the order entered. What was sent is kept as a list."""
        kept = answers.get(self.name) or {}
        if isinstance(kept, list):
            return {str(at): entry for at, entry in enumerate(kept, 1)}
        return dict(sorted(kept.items(), key=lambda item: int(item[0])))

    def next_key(self, answers: dict, milliseconds: int) -> str:
        """A key for one more, after all there are. Two tabs that each add one get two: it tells how long they took."""
        return str(max([milliseconds, *map(int, self.entries(answers))], default=0) + 1)

    def counted(self, answers: dict, logic: dict) -> dict[str, dict]:
        """The entries that count: where an earlier answer says how many there are, so many, begun or not."""
        entries = self.entries(answers)
        if not self.times:
            return entries
        return {str(at): entries.get(str(at), {}) for at in range(1, self.wanted(logic) + 1)}

    def wanted(self, logic: dict) -> int:
        """How many the answer to `times` asks for."""
        try:
            return min(max(int(logic.get(self.times) or 0), self.least), self.most)
        except (TypeError, ValueError, OverflowError):
            return self.least

    def route(self, entry: dict, today: datetime.date, logic: dict) -> Route:
        """The way through one entry. `logic` has the answers before the group; it is not changed."""
        return self.flow.route(entry, today, logic.copy())

    def whole(self, answers: dict, today: datetime.date, logic: dict) -> bool:
        entries = self.counted(answers, logic)
        enough = self.least <= len(entries) <= self.most
        return enough and all(self.route(entry, today, logic).complete for entry in entries.values())

    def full(self, answers: dict) -> bool:
        """Whether there is nothing to ask about another."""
        return bool(self.times) or len(self.entries(answers)) >= self.most

    def logic(self, answers: dict) -> list[dict]:
        """Each entry's answers as formulas use them."""
        return [
            {name: self.questions[name].logic(value) for name, value in entry.items() if name in self.questions}
            for entry in self.entries(answers).values()
        ]

    def answered(self, answers: dict, today: datetime.date, logic: dict) -> dict[str, dict]:
        """The answers of each entry that count."""
        entries = self.counted(answers, logic)
        return {key: on_the_way(self.route(entry, today, logic), entry, today) for key, entry in entries.items()}


def on_the_way(route: Route, answers: dict, today: datetime.date) -> dict:
    """The answers on a route, in the order asked: not those hidden, nor those beneath an option left unchosen."""
    found = {}
    for page in route.pages:
        if page.group:
            found[page.group.name] = page.group.answered(answers, today, route.logic)
            continue
        for question in page.asked(answers, page.hidden(answers, route.logic, today)):
            if question.name in answers:
                found[question.name] = answers[question.name]
    return found


def asked(route: Route, answers: dict, today: datetime.date, within: str = "") -> Iterator[tuple]:
    """(path of its page, question, answer) of each that a route asks, those within entries of groups included."""
    for page in route.pages:
        if page.group:
            for key, entry in page.group.counted(answers, route.logic).items():
                inner = page.group.route(entry, today, route.logic)
                yield from asked(inner, entry, today, f"{page.name}/{key}/")
            continue
        for question in page.asked(answers, page.hidden(answers, route.logic, today)):
            yield within + page.name, question, answers.get(question.name)


def with_children(questions):
    """Every question, each followed by those beneath its options."""
    for question in questions:
        yield question
        yield from with_children(question.children())


def _visible(questions, answers):
    for question in questions:
        yield question
        yield from _visible(question.revealed(answers.get(question.name)), answers)
