"""A form that was read, written as a service of ours: service.yaml to finish, and what was left aside beside it."""

import json
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from .notes import NOTHING
from .reading import Read

HEAD = """# Imported from {file}.
# To finish before it goes live: `summary`, `area`, `team`, `privacy`, `messages`, `workflow`, and the notes below.
{notes}"""
MOST_NOTES = 60


class NotWritten(Exception):
    """It was not written. The text says why, and what to do."""


def write(read: Read, into: Path, *, replace: bool = False) -> Path:
    """Write services/<slug>/service.yaml and left-aside.json. Returns the former. Raises NotWritten."""
    folder = into / read.slug
    file = folder / "service.yaml"
    if file.exists() and not replace:
        raise NotWritten(f"{file} is there already: move it away, or say --replace")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text(read), encoding="utf-8")
        aside = [note for note in read.notes.found if note.value is not NOTHING]
        kept = [{"path": note.path, "why": note.message, "was": note.value} for note in aside]
        if kept:
            aside = json.dumps(kept, ensure_ascii=False, indent=2, default=str).encode(errors="replace")
            (folder / "left-aside.json").write_bytes(aside)
    except OSError as wrong:
        raise NotWritten(f"we cannot write {file}: {wrong.strerror}") from wrong
    return file


def text(read: Read) -> str:
    """The file as people read it."""
    notes = read.notes.found
    said = [f"#   {_comment(note.path) or 'the form'}: {_comment(note.message)}\n" for note in notes[:MOST_NOTES]]
    if len(notes) > MOST_NOTES:
        said.append(f"#   and {len(notes) - MOST_NOTES} more: see left-aside.json\n")
    return HEAD.format(file=_comment(Path(read.file).name), notes="".join(said)) + dumped(read.data)


def _comment(words: str) -> str:
    """On one line and without what no YAML may hold: a key of the file may be anything."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def dumped(data: dict) -> str:
    """A definition as YAML: what it says is read back as it was."""
    yaml = YAML()
    yaml.width = 110
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    out = StringIO()
    yaml.dump(_readable(data), out)
    return out.getvalue()


def _readable(value):
    """Long words as a block, which YAML keeps only where no line ends in a space; in quotes what it would not keep."""
    if isinstance(value, dict):
        return {_readable(key): _readable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_readable(part) for part in value]
    if isinstance(value, str) and not value.replace("\n", "").isprintable():
        return DoubleQuotedScalarString(value)
    if isinstance(value, str) and "\n" in value and value[0] not in " \n\t":
        lines = value.split("\n")
        return LiteralScalarString(value) if all(line == line.rstrip() for line in lines) else value
    return value
