"""What conditions and sums may ask of an answer, each written out with the example's own name and answer."""

from collections.abc import Iterator

from ..questions.base import Question

KINDS = {
    "text": "Words, compared letter by letter. `contains` finds them within the answer.",
    "choice": "The `value` of an option, in quotes.",
    "list": "The `value` of one option, in quotes: it is among those ticked.",
    "number": "A number. It can be used in sums too.",
    "date": "A day: 2026-04-03, or `today` and a length of time.",
    "yes_no": "`yes` or `no`, without quotes.",
    "ticked": "`yes`, without quotes: the box is ticked.",
    "none": "Only whether it was answered.",
}
ANSWERED = "{name} is answered", "{name} is not answered"


def kind(question: Question) -> str:
    """As conditions compare it. What is kept of files and addresses has no words to compare."""
    if question.logic_kind == "address" or question.type == "file":
        return "none"
    return "ticked" if question.type == "declaration" else question.logic_kind


def conditions(question: Question, answer) -> Iterator[str]:
    """Each way to ask it."""
    name, logic = question.name, question.logic(answer)
    values = [f'"{value}"' for value in getattr(question, "choices", None) or ()]
    yield from _KINDS[kind(question)](name, logic, values)
    yield from (text.format(name=name) for text in ANSWERED)


def sums(question: Question) -> Iterator[str]:
    """What formulas may say of it."""
    if question.logic_kind == "number":
        yield f"{question.name} * 2"
    if question.type == "table":
        yield f"count({question.name})"
        yield from (f"sum({question.name}.{c.name})" for c in question.columns if c.logic_kind == "number")


def _text(name, logic, values):
    return f'{name} is "{logic}"', f'{name} is not "{logic}"', f'{name} contains "{str(logic)[:3]}"'


def _choice(name, logic, values):
    one, other = values[:2]
    return f"{name} is {one}", f"{name} is not {one}", f"{name} in [{one}, {other}]"


def _number(name, logic, values):
    return f"{name} is {logic:f}", f"{name} >= {logic:f}", f"{name} < {logic:f}"


def _date(name, logic, values):
    return f"{name} < {logic}", f"{name} >= today", f"{name} > today - 6 months"


_KINDS = {
    "text": _text,
    "choice": _choice,
    "list": lambda name, logic, values: [f"{name} contains {values[0]}"],
    "number": _number,
    "date": _date,
    "yes_no": lambda name, logic, values: (f"{name} is yes", f"{name} is no"),
    "ticked": lambda name, logic, values: (f"{name} is yes",),
    "none": lambda name, logic, values: (),
}
