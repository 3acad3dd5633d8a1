"""Pages and questions by themselves: each has a name of its own and can be shown."""

from ..model import RESERVED
from .located import located


def check(service):
    yield from _page_names(service)
    yield from _question_names(service)
    yield from _questions(service)
    yield from _pages(service)


def _page_names(service):
    seen = set()
    for at, page in enumerate(service.pages):
        if page.name in seen:
            yield ("pages", at, "name"), f"two pages are called “{page.name}”: give each its own name"
        if page.name in RESERVED:
            yield ("pages", at, "name"), f"“{page.name}” is an address Borough needs itself: choose another"
        seen.add(page.name)


def _question_names(service):
    seen = set()
    for path, _, question in located(service):
        if question.name in seen:
            yield (*path, "name"), f"two questions are called “{question.name}”: give each its own name"
        seen.add(question.name)


def _questions(service):
    for path, _, question in located(service):
        for beneath, message in question.faults():
            yield (*path, *beneath), message
        depth = path.count("reveal")
        if depth > 1:
            yield path, "a revealed question cannot reveal another: put it on a page of its own"
        if depth and not question.steady:
            yield path, f"a {question.type} question cannot be revealed beneath an option: give it a page of its own"


def _pages(service):
    for at, page in enumerate(service.pages):
        if not page.title and (len(page.questions) != 1 or not page.asking):
            yield ("pages", at), "this page needs a `title`, because it has not just one question"
        if page.end and page.asking:
            message = "the journey ends here, so nobody could answer: take `end` or the questions away"
            yield ("pages", at, "questions"), message
        if len(page.asking) > 1 and not all(question.steady for question in page.asking):
            yield ("pages", at), "an address, a file or a table needs a page of its own"
