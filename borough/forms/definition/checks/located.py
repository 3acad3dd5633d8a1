"""Where pages and questions stand in service.yaml."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...questions.base import Question
from ..faults import Path
from ..flow import CHECK_ANSWERS, TASKS
from ..model import Page, Section, Service


@dataclass
class Flow:
    """Pages that lead to one another: [(path, page)], and where the last leads. A group's is `within` its list page."""

    pages: list[tuple[Path, Page]]
    onward: str
    within: Page | None = None
    section: Section | None = None
    position: dict[str, int] = field(init=False)

    def __post_init__(self):
        self.position = {page.name: at for at, (_, page) in enumerate(self.pages)}


def flows(service: Service) -> Iterator[Flow]:
    """The form's flow, or one for each section of a task list; each followed by those of its repeated groups."""
    located = [(("pages", at), page) for at, page in enumerate(service.pages)]
    if service.task_list:
        for section in service.sections:
            its = [(path, page) for path, page in located if page.section == section.name]
            if its:
                yield from _with_groups(Flow(its, TASKS, section=section))
    else:
        yield from _with_groups(Flow(located, CHECK_ANSWERS))


def _with_groups(flow):
    yield flow
    for path, page in flow.pages:
        if page.repeat:
            inner = [((*path, "repeat", "pages", at), within) for at, within in enumerate(page.repeat.pages)]
            yield from _with_groups(Flow(inner, page.name, within=page))


def pages(service: Service) -> Iterator[tuple[Path, Page]]:
    """Every page, those of groups after their list page."""

    def walk(found, path):
        for at, page in enumerate(found):
            yield (*path, at), page
            if page.repeat:
                yield from walk(page.repeat.pages, (*path, at, "repeat", "pages"))

    yield from walk(service.pages, ("pages",))


def located(service: Service) -> Iterator[tuple[Path, Page, Question]]:
    """(path, page, question) for every question, revealed ones included."""

    def walk(questions, path, page):
        for i, question in enumerate(questions):
            if not question.asks:
                continue
            here = (*path, i)
            yield here, page, question
            for o, option in enumerate(getattr(question, "options", ())):
                yield from walk(option.reveal, (*here, "options", o, "reveal"), page)

    for path, page in pages(service):
        yield from walk(page.questions, (*path, "questions"), page)


def by_name(service: Service) -> dict[str, Question]:
    return {question.name: question for _, _, question in located(service)}
