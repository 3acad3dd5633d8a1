"""Every text of a definition that residents read, found by the marks on its fields (`questions.base.SAID`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from ..questions.base import SAID, UNSAID, Part


@dataclass(frozen=True)
class Wording:
    """One text. `path` leads to it in service.yaml: ("pages", 0, "questions", 1, "label")."""

    path: tuple
    place: str  # the same by name, which stays when pages move: pages/children/questions/how_many/label
    text: str
    given: bool = True  # written in the file; else it is our own word, such as “Yes”


def texts(part, path: tuple = (), place: tuple = ()) -> Iterator[Wording]:
    """Those of a Part, or of Parts in lists and dicts, in the order of the model."""
    if isinstance(part, Part):
        for name, (key, said) in _fields(type(part)).items():
            given = name in part.model_fields_set
            yield from _in(getattr(part, name), (*path, key), (*place, key), said, given)
    else:
        yield from _in(part, path, place, said=False, given=True)


def of_form(form) -> Iterator[Wording]:
    """Those of a whole definition, what other rooms add to it included."""
    yield from texts(form.service)
    for key, value in form.sections.items():
        yield from texts(value, (key,), (key,))


def _in(value, path, place, said, given):
    if isinstance(value, Part):
        yield from texts(value, path, place)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _in(one, (*path, key), (*place, str(key)), said, given)
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _in(one, (*path, at), (*place, _called(one, at)), said, given)
    elif said and isinstance(value, str) and value:
        yield Wording(path, "/".join(place), value, given)


def _called(part, at) -> str:
    """What a part of a list is called: its name, or an option's value; else where it stands."""
    return str(getattr(part, "name", "") or getattr(part, "value", "") or at)


@cache
def _fields(kind: type[Part]) -> dict[str, tuple[str, bool]]:
    """Field → (its key in the file, whether what stands there is said to residents)."""
    found = {}
    for name, field in kind.model_fields.items():
        if UNSAID not in field.metadata:
            found[name] = (field.alias or name, SAID in field.metadata or _marked(field.annotation))
    return found


def _marked(annotation) -> bool:
    """Whether there is a mark in it at any depth: dict[Name, Text], Text | None."""
    return SAID in getattr(annotation, "__metadata__", ()) or any(map(_marked, get_args(annotation)))
