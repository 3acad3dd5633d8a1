"""A definition compiled once per version: conditions made into functions, pages found by name, routes worked out."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from ..questions.base import Question
from . import conditions, formulas
from .calculating import Logic, Value
from .flow import CHECK_ANSWERS, TASKS, CompiledPage, Flow, Group, Route, on_the_way
from .model import Section, Service

__all__ = ["CHECK_ANSWERS", "TASKS", "CompiledPage", "Form", "Group", "Route"]


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
    frames: dict = field(default_factory=dict)  # its pages without questions, as `rendering.framed` keeps them

    def __post_init__(self):
        self.flows: list[tuple[Section | None, Flow]] = list(self._flows())
        self.pages: dict[str, CompiledPage] = {n: page for _, flow in self.flows for n, page in flow.pages.items()}
        self.every: list[CompiledPage] = [page for _, flow in self.flows for page in flow.every]
        self.groups: dict[str, Group] = {p.group.name: p.group for p in self.pages.values() if p.group}
        self.first = self.flows[0][1].first
        self.questions: dict[str, Question] = {
            name: question for page in self.every if not page.group for name, question in page.questions.items()
        }
        self.values: dict[str, Value] = {}
        for value in self.service.calculated:
            self.values[value.name] = Value(value, self.values)
        self._ready = {section.name: conditions.holds(section.when) for section, _ in self.flows if section}
        if (asked := self._asked_about()) is not None:
            for page in self.pages.values():
                page.telling = [question for question in page.telling if question.name in asked]

    def _flows(self):
        service = self.service
        if not service.task_list:
            yield None, Flow(service.pages, CHECK_ANSWERS)
            return
        for section in service.sections:
            yield section, Flow([page for page in service.pages if page.section == section.name], TASKS)

    def _asked_about(self) -> set[str] | None:
        """The questions that conditions and formulas ask about. None where a rule may ask about any."""
        written = [text for page in self.every for text in page.conditions]
        written += [section.when for section, _ in self.flows if section and section.when]
        trees = [conditions.parse(text) for text in written]
        if any(conditions.rules(tree) for tree in trees):
            return None
        names = {name for tree in trees for name in conditions.names(tree)}
        names |= {group.times for group in self.groups.values() if group.times}
        for value in self.values.values():
            names |= formulas.names(value.tree) | {name for name, _ in formulas.groups(value.tree)}
        return names

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
    def openings(self) -> set[str]:
        """The pages that a journey may begin on."""
        return {flow.first.name for section, flow in self.flows if not section or not (section.when or section.after)}

    @property
    def opening(self) -> str:
        """Where a new journey begins: its first page, or the list of tasks."""
        return TASKS if self.service.task_list else self.first.name

    @cached_property
    def named(self) -> dict[str, Question | Value]:
        """Everything that an answer may be kept under, but for groups."""
        return self.questions | self.values

    @cached_property
    def page_of(self) -> dict[str, CompiledPage]:
        return {name: page for page in self.every for name in page.names}

    @cached_property
    def section_titles(self) -> dict[str, str]:
        return {section.name: section.title for section in self.service.sections}

    @cached_property
    def confirms(self) -> bool:
        """Whether an e-mail address has to be shown to be theirs."""
        return any(page.confirms for page in self.every)

    @cached_property
    def takes_files(self) -> bool:
        return any(question.type == "file" for page in self.every for question in page.questions.values())

    @cached_property
    def diaries(self) -> set[str]:
        """Those it books times in."""
        questions = (question for page in self.every for question in page.questions.values())
        return {question.diary for question in questions if question.type == "booking"}

    def route(self, answers: dict, today: datetime.date) -> Route:
        """Where these answers lead: see Route."""
        logic = Logic(self.values) if self.values else {}
        if not self.service.task_list:
            return self.flows[0][1].route(answers, today, logic)
        parts: list[tuple[Section, Route]] = []
        for section, flow in self.flows:
            if not self._ready[section.name](logic, today):
                continue
            waits = any(not route.complete for done, route in parts if done.name in section.after)
            route = Route((), flow.first, False, logic) if waits else flow.route(answers, today, logic)
            parts.append((section, route))
        routes = [route for _, route in parts]
        wanted = next((route.wanted for route in routes if route.wanted), None)
        pages = tuple(page for route in routes for page in route.pages)
        return Route(pages, wanted, any(route.ended for route in routes), logic, tuple(parts))

    def answered(self, answers: dict, today: datetime.date) -> dict:
        """The answers that count, in the order asked: on the route, and not beneath an option left unchosen."""
        return on_the_way(self.route(answers, today), answers, today)

    def submitted(self, answers: dict, today: datetime.date) -> dict:
        """The answers that count, as they are kept for good: groups as lists, and what was worked out from them."""
        found = self.answered(answers, today)
        logic = self.logic(found)
        plain = {name: list(value.values()) if name in self.groups else value for name, value in found.items()}
        return plain | {name: value.text(logic) for name, value in self.values.items()}

    def logic(self, answers: dict) -> dict:
        """Answers as conditions compare them."""
        known = {name: self.questions[name].logic(value) for name, value in answers.items() if name in self.questions}
        known |= {name: group.logic(answers) for name, group in self.groups.items() if name in answers}
        return Logic(self.values, known)
