"""From a file to a compiled form, with every fault named by file and line."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from . import checks, sections
from .faults import Fault
from .form import Form
from .model import Service
from .source import Source, Unreadable, read

WORDS = {
    "missing": "“{last}” is needed: add it",
    "extra_forbidden": "we do not know “{last}” here: check its spelling",
    "union_tag_invalid": "“{tag}” is not a type of question; there are: {expected_tags}",
    "union_tag_not_found": "a question needs a `type`",
    "string_pattern_mismatch": "“{input}” will not do: {hint}",
    "list_type": "this must be a list: lines that begin with -",
    "model_type": "this must be a group of `key: value` lines",
    "dict_type": "this must be a group of `key: value` lines",
    "string_type": "this must be words",
    "literal_error": "“{input}” is not one of {expected}",
}
HINTS = {
    "^[A-Z]{2,4}$": "2 to 4 capital letters",
    "^[a-z][a-z0-9_]{0,59}$": "lower-case letters, digits and _",
    "^[a-z0-9][a-z0-9-]{0,59}$": "lower-case letters, digits and -",
}


@dataclass
class Loaded:
    """`form` is None when there is any fault. `hash` is the version: SHA-256 of the content, 64 hex digits."""

    file: str
    slug: str
    source: str
    data: dict
    hash: str
    form: Form | None
    faults: list[Fault]


def load(path: Path, *, name: str = "") -> Loaded:
    """Read and check one service.yaml. Never raises for what is in the file: that comes back as faults."""
    file = name or str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(path, file, Fault(file, 1, "The file is not UTF-8 text: save it as UTF-8"))
    except OSError as wrong:
        return _refused(path, file, Fault(file, 1, f"We cannot open the file: {wrong.strerror}"))
    return load_text(text, slug=slug_of(path), file=file)


def load_text(text: str, *, slug: str, file: str = "service.yaml") -> Loaded:
    try:
        source = read(text, file)
    except Unreadable as unreadable:
        return Loaded(file, slug, text, {}, content_hash({"unreadable": text}), None, [unreadable.fault])
    form, faults = build(source, slug)
    return Loaded(file, slug, text, source.data, content_hash(source.data), form, faults)


def build(source: Source, slug: str) -> tuple[Form | None, list[Fault]]:
    """Shape first, then whether it works; the second only makes sense once the first does."""
    mine = {key: value for key, value in source.data.items() if key not in sections.registered}
    found: list[tuple[tuple, str]] = []
    service, values = None, {}
    try:
        service = Service.model_validate(mine)
    except ValidationError as wrong:
        found += _said(wrong)
    for key, section in sections.registered.items():
        if key in source.data:
            try:
                values[key] = section.shape.validate_python(source.data[key])
            except ValidationError as wrong:
                found += [((key, *path), message) for path, message in _said(wrong)]
        elif section.required:
            found.append(((), f"“{key}” is needed: add it"))
    if service and not found:
        found += checks.check(service)
        for key, value in values.items():
            found += sections.registered[key].check(service, value, values)
    faults = sorted({source.fault(path, message[:1].upper() + message[1:]) for path, message in found})
    return (None, faults) if faults else (Form(slug, service, values), [])


def compile_data(data: dict, *, slug: str, version: int | None = None) -> Form:
    """A form from a version's kept data, which was checked before it was kept."""
    service = Service.model_validate({k: v for k, v in data.items() if k not in sections.registered})
    values = {k: s.shape.validate_python(data[k]) for k, s in sections.registered.items() if k in data}
    return Form(slug, service, values, version)


def content_hash(data: dict) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()


def slug_of(path: Path) -> str:
    """The service's address: its folder's name, or the file's own where it is not called service.yaml."""
    return path.resolve().parent.name if path.name in ("service.yaml", "service.yml") else path.stem


def faults_in(folder: Path) -> Iterator[Fault]:
    """Every fault of every definition in a folder."""
    for path in find([folder]):
        yield from load(path).faults


def find(paths: Iterable[Path]) -> list[Path]:
    """Every definition in these files and folders."""
    found = []
    for path in paths:
        found += sorted(path.rglob("service.y*ml")) if path.is_dir() else [path]
    return found


def _refused(path, file, fault):
    return Loaded(file, slug_of(path), "", {}, "", None, [fault])


def _said(wrong: ValidationError):
    """Pydantic's faults in our words, with their paths (in which a question's own type also stands: harmless)."""
    for error in wrong.errors(include_url=False):
        words, path, context = WORDS.get(error["type"]), error["loc"], error.get("ctx") or {}
        if words is None:
            yield path, error["msg"].removeprefix("Value error, ")
            continue
        if error["type"] == "union_tag_invalid":
            path = (*path, "type")
        pattern = context.get("pattern", "")
        hint = HINTS.get(pattern, f"it must match {pattern}")
        said = {"last": path[-1] if path else "", "input": str(error["input"])[:60], "hint": hint}
        yield path, words.format_map(defaultdict(str, said | context))
