"""Answers any question by what would have been typed, whatever boxes it has: see `Question.typed`."""

from tests.foundations.documents import files

from .hands import follow
from .papers import paper

TICKED = {"radio", "checkbox"}


def fill(page, question, answer) -> None:
    """Put `answer`, as it is kept, into the boxes of the page."""
    special = _SPECIAL.get(question.type)
    if special:
        special(page, question, answer)
    else:
        type_in(page, question.typed(answer))


def type_in(page, typed: dict) -> None:
    """Field → text, or a list of what is ticked."""
    for field, text in typed.items():
        boxes = page.locator(f"[name='{field}']:not([type=hidden])")
        if not text or not boxes.count() or field.endswith("-match"):  # that is chosen once we have looked
            continue
        kind = boxes.first.evaluate("box => box.type")
        if kind in TICKED:
            for value in text if isinstance(text, list) else [text]:
                page.locator(f"[name='{field}'][value='{value}']").check()
        elif kind == "select-one":
            boxes.select_option(text)
        else:
            boxes.fill(text)


def _address(page, question, answer):
    page.locator("summary", has_text="Enter the address by hand").click()
    type_in(page, question.typed(answer))


def _street(page, question, answer):
    """One that we do not know: they say so once we have looked."""
    page.locator(f"[name='{question.name}']").fill(answer["name"])
    go_on(page)
    page.get_by_label("Use what I typed").check()


def _booking(page, question, answer):
    page.locator(f"[name='{question.name}']").first.check()


def _file(page, question, answer):
    page.locator(f"[name='{question.name}']").set_input_files([paper(answer[0]["name"], files.GOOD["photo.jpg"])])


def _account(page, question, answer):
    type_in(page, question.samples()[0])


def _rows(page, question, answer):
    for _ in answer[question.least :]:
        follow(page.get_by_role("button", name="Add another"))
    type_in(page, question.typed(answer))


def go_on(page) -> None:
    follow(page.get_by_role("button", name="Continue").last)


_SPECIAL = {
    "address": _address,
    "street": _street,
    "booking": _booking,
    "file": _file,
    "bank_account": _account,
    "table": _rows,
}
