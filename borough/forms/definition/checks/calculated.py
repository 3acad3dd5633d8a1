"""Formulas that can be read, and use only what there is."""

from .. import formulas
from .located import by_name, pages


def check(service):
    numbers, groups, tables = usable(service)
    for at, value in enumerate(service.calculated):
        for message in formula(value.value, numbers, groups, tables):
            yield ("calculated", at, "value"), message
        numbers.add(value.name)  # those below may use it


def usable(service) -> tuple[set[str], dict, dict]:
    """What a formula may use: the names of numbers asked for, repeated groups and tables by name."""
    groups = {page.group: page.repeat for _, page in pages(service) if page.repeat}
    inside = {q.name for repeat in groups.values() for page in repeat.pages for q in page.asking}
    asked = {name: question for name, question in by_name(service).items() if name not in inside}
    numbers = {name for name, question in asked.items() if question.logic_kind == "number"}
    return numbers, groups, {name: question for name, question in asked.items() if question.type == "table"}


def formula(text: str, numbers: set[str], groups: dict, tables: dict):
    """What is wrong with a formula over these numbers, repeated groups and tables: messages."""
    try:
        tree = formulas.parse(text)
    except formulas.BadFormula as wrong:
        yield str(wrong)
        return
    for name in sorted(formulas.names(tree) - numbers):
        yield f"“{name}” is not a number asked for outside a group, nor a value calculated above"
    for name, part in sorted(formulas.groups(tree)):
        if name in groups:
            asked = {q.name: q.logic_kind for page in groups[name].pages for q in page.asking}
        elif name in tables:
            asked = {column.name: column.logic_kind for column in tables[name].columns}
        else:
            yield f"“{name}” is no repeated group and no table"
            continue
        if part and asked.get(part) != "number":
            yield f"“{part}” is not a number in “{name}”"
