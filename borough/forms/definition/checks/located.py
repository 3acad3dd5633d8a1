"""Where each question stands in service.yaml."""

from collections.abc import Iterator

from ...questions.base import Question
from ..faults import Path
from ..model import Service


def located(service: Service) -> Iterator[tuple[Path, int, Question]]:
    """(path, page index, question) for every question, revealed ones included."""

    def walk(questions, path, at):
        for i, question in enumerate(questions):
            if not question.asks:
                continue
            here = (*path, i)
            yield here, at, question
            for o, option in enumerate(getattr(question, "options", ())):
                yield from walk(option.reveal, (*here, "options", o, "reveal"), at)

    for at, page in enumerate(service.pages):
        yield from walk(page.questions, ("pages", at, "questions"), at)


def by_name(service: Service) -> dict[str, Question]:
    return {question.name: question for _, _, question in located(service)}
