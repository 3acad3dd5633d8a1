"""Top-level keys of service.yaml to which a higher room gives meaning: casework its `workflow`, for one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter


@dataclass(frozen=True)
class Section:
    """`check(service, value, sections)` yields (path, message) of faults; `sections` has every key's value."""

    key: str
    shape: TypeAdapter
    check: Callable[[object, object, dict], Iterator[tuple[tuple, str]]]
    required: bool = False


registered: dict[str, Section] = {}


def register(key: str, shape, *, check=lambda service, value, sections: iter(()), required: bool = False) -> None:
    """Give the key `key` the shape `shape` (anything pydantic can validate)."""
    registered[key] = Section(key, shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape), check, required)
