"""Pages and questions by themselves: each has a name of its own and can be shown."""

from django.conf import settings

from ..flow import with_children
from ..model import RESERVED
from .located import located, pages

MOST_BOXES = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS - 20  # what is sent beside the answers


def check(service):
    yield from _page_names(service)
    yield from _question_names(service)
    yield from _questions(service)
    yield from _pages(service)


def _page_names(service):
    seen = set()
    for path, page in pages(service):
        if page.name in seen:
            yield (*path, "name"), f"two pages are called “{page.name}”: give each its own name"
        if page.name in RESERVED:
            yield (*path, "name"), f"“{page.name}” is an address Borough needs itself: choose another"
        seen.add(page.name)


def _question_names(service):
    seen = set()
    for path, name, what in _named(service):
        if name in seen:
            yield path, f"two {what}s are called “{name}”: give each its own name"
        seen.add(name)


def _named(service):
    """(path, name, what it is) of everything that answers are kept under."""
    for path, _, question in located(service):
        yield (*path, "name"), question.name, "question"
    for path, page in pages(service):
        if page.repeat:
            for name in (page.group, f"{page.group}_more"):
                yield (*path, "repeat", "name") if page.repeat.name else (*path, "name"), name, "group or question"
    for at, value in enumerate(service.calculated):
        yield ("calculated", at, "name"), value.name, "value or question"


def _questions(service):
    for path, _, question in located(service):
        if question.prefill and question.prefill not in question.prefills:
            fits = " or ".join(f"`{part}`" for part in question.prefills) or "nothing"
            yield (*path, "prefill"), f"a {question.type} can be filled in with {fits} of somebody's account"
        for beneath, message in question.faults():
            yield (*path, *beneath), message
        depth = path.count("reveal")
        if depth > 1:
            yield path, "a revealed question cannot reveal another: put it on a page of its own"
        if depth and question.when:
            yield (*path, "when"), "a question beneath an option is asked when that is chosen: take `when` away"


def _pages(service):
    for path, page in pages(service):
        if not page.title and (len(page.questions) != 1 or not page.asking):
            yield path, "this page needs a `title`, because it has not just one question"
        if page.end and page.asking:
            message = "the journey ends here, so nobody could answer: take `end` or the questions away"
            yield (*path, "questions"), message
        boxes = sum(map(_boxes, with_children(page.asking)))
        if boxes > MOST_BOXES:
            message = (
                f"this page has {boxes:,} boxes with all its rows, and we read {MOST_BOXES:,} at most: ask for less"
            )
            yield (*path, "questions"), message


def _boxes(question) -> int:
    """How many fields its answer may be sent as."""
    return len(question.choices) if question.template == "checkboxes" else len(question.fields())
