"""From a file to a compiled form, with every fault named by file and line."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from borough.design.languages import speaking

from ..languages import OTHERS, checking
from ..languages.exchanging import exchanged
from ..languages.texts import of_form
from . import checks, parsing, sections
from .faults import Fault
from .form import Form
from .model import Service
from .source import Source, Unreadable, read

MOST_FILE = 4 * parsing.MOST_BYTES  # a character has 4 bytes at most
SERVICE_FILES = ("service.yaml", "service.yml")
WORDS = {
    "missing": "“{last}” is needed: add it",
    "extra_forbidden": "we do not know “{last}” here: check its spelling",
    "union_tag_invalid": "“{tag}” is not a type of question; there are: {expected_tags}",
    "union_tag_not_found": "a question needs a `type`",
    "string_pattern_mismatch": "“{input}” will not do: {hint}",
    "list_type": "this must be a list: lines that begin with -",
    "model_type": "this must be a group of `key: value` lines",
    "model_attributes_type": "this must be a group of `key: value` lines",
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
    catalogues: dict[str, str] = field(default_factory=dict)  # language → its file as written
    translations: dict[str, dict[str, str]] = field(default_factory=dict)  # language → place → words
    gaps: list[Fault] = field(default_factory=list)  # of its other languages; they do not stop it from going live


def load(path: Path, *, name: str = "") -> Loaded:
    """Read and check one service.yaml. Never raises for what is in the file: that comes back as faults."""
    file = name or str(path)
    try:
        if path.stat().st_size > MOST_FILE:
            return _refused(path, file, Fault(file, 1, f"The file is too large: at most {MOST_FILE:,} bytes"))
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(path, file, Fault(file, 1, "The file is not UTF-8 text: save it as UTF-8"))
    except OSError as wrong:
        return _refused(path, file, Fault(file, 1, f"We cannot open the file: {wrong.strerror}"))
    try:
        catalogues = catalogues_beside(path)
    except (OSError, UnicodeDecodeError):
        return _refused(path, file, Fault(file, 1, "We cannot read the catalogue beside it: save it as UTF-8"))
    return load_text(text, slug=slug_of(path), file=file, catalogues=catalogues)


def catalogues_beside(path: Path) -> dict[str, str]:
    """Language → text of each catalogue beside a service.yaml. Raises OSError, UnicodeDecodeError."""
    return {file.stem: file.read_bytes().decode("utf-8-sig") for file in files(path)[1:]}


def files(path: Path) -> list[Path]:
    """A definition's own file, and the catalogues beside it that are there."""
    beside = [path.with_name(f"{language}.po") for language in OTHERS if path.name in SERVICE_FILES]
    return [path, *(file for file in beside if file.exists())]


def load_text(
    text: str, *, slug: str, file: str = "service.yaml", catalogues: dict[str, str] | None = None
) -> Loaded:  # fmt: skip
    """`catalogues` is language → the text of its file."""
    try:
        source = read(text, file)
    except Unreadable as unreadable:
        return Loaded(file, slug, text, {}, content_hash({"unreadable": text}), None, [unreadable.fault])
    form, faults = build(source, slug)
    loaded = Loaded(file, slug, text, source.data, content_hash(source.data), form, faults, catalogues or {})
    return _with_languages(loaded, source) if form else loaded


def _with_languages(loaded: Loaded, source: Source) -> Loaded:
    """With what its catalogues say, which is part of the version: other words are another version."""
    found = checking.check(loaded.form, source, loaded.catalogues, lambda data: _examined(data)[2])
    loaded.translations, loaded.gaps = found.translations, sorted(set(found.gaps))
    if loaded.translations:
        loaded.hash = content_hash({"data": loaded.data, "translations": loaded.translations})
    if found.faults:
        loaded.form, loaded.faults = None, sorted(set(found.faults))
    return loaded


def build(source: Source, slug: str) -> tuple[Form | None, list[Fault]]:
    """Shape first, then whether it works; the second only makes sense once the first does."""
    service, values, found = _examined(source.data)
    faults = sorted({source.fault(path, message[:1].upper() + message[1:]) for path, message in found})
    return (None, faults) if faults else (Form(slug, service, values), [])


def _examined(data: dict) -> tuple[Service | None, dict, list[tuple[tuple, str]]]:
    """(the service, what other rooms' keys hold, what is wrong: path and message)."""
    mine = {key: value for key, value in data.items() if key not in sections.registered}
    found: list[tuple[tuple, str]] = []
    service, values = None, {}
    try:
        service = Service.model_validate(mine)
    except ValidationError as wrong:
        found += _said(wrong)
    for key, section in sections.registered.items():
        if key in data:
            try:
                values[key] = section.shape.validate_python(data[key])
            except ValidationError as wrong:
                found += [((key, *path), message) for path, message in _said(wrong)]
        elif section.required:
            found.append(((), f"“{key}” is needed: add it"))
    if service and not found:
        found += checks.check(service)
        for key, value in values.items():
            found += sections.registered[key].check(service, value, values)
    return service, values, found


def compile_data(data: dict, *, slug: str, version: int | None = None, **more) -> Form:
    """A form from a version's kept data, which was checked before it was kept. `more` is of Form's own fields."""
    service = Service.model_validate({k: v for k, v in data.items() if k not in sections.registered})
    values = {k: s.shape.validate_python(data[k]) for k, s in sections.registered.items() if k in data}
    return Form(slug, service, values, version, **more)


def in_language(form: Form, data: dict, words: dict[str, str], language: str) -> Form:
    """The same version in another language: `words` by place, English where there are none."""
    texts = list(of_form(form))
    english = frozenset(text.text for text in texts if text.given and text.place not in words)
    with speaking(language):
        data = exchanged(data, texts, words)
    return compile_data(data, slug=form.slug, version=form.version, languages=form.languages, language=language,
                        english=english)  # fmt: skip


def content_hash(data: dict) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()


def slug_of(path: Path) -> str:
    """The service's address: its folder's name, or the file's own where it is not called service.yaml."""
    return path.resolve().parent.name if path.name in SERVICE_FILES else path.stem


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
