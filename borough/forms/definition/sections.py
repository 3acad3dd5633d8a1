"""Top-level keys of service.yaml to which a higher room gives meaning: casework its `workflow`, for one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter


@dataclass(frozen=True)
class Section:
    """`check(service, value)` yields (path, message) of faults; `service.sections[key]` is the value it made."""

    key: str
    shape: TypeAdapter
    check: Callable[[object, object], Iterator[tuple[tuple, str]]]
    required: bool = False


registered: dict[str, Section] = {}


def register(key: str, shape, *, check=lambda service, value: iter(()), required: bool = False) -> None:
    """Give the key `key` the shape `shape` (anything pydantic can validate)."""
    registered[key] = Section(key, shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape), check, required)
