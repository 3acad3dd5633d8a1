"""Forms of any format checked and walked by the one checker and walker that our own services have."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..definition import load
from ..definition.load import Loaded
from ..walking import trying
from ..walking.visitor import Untaken
from .reading import Read, read


@dataclass
class Tried:
    """One form: as loaded, and what is wrong with it. `read` is None for one of ours."""

    file: str
    slug: str
    loaded: Loaded
    problems: list[dict]
    read: Read | None = None

    @property
    def ok(self) -> bool:
        return all(problem["lost"] for problem in self.problems)


def forms(paths: list[str]) -> tuple[list[Tried], list[dict]]:
    """(every form in these files and folders, a problem for each path that holds none)."""
    found, absent = [], []
    for text in paths:
        path = trying.place(text)
        files = _files(path) if path else []
        if not files:
            absent.append(problem(text, "", "there is no form here: name a file, or a folder with some"))
        found += [_tried(file) for file in files]
    return found, absent


def walked(forms: list[Tried], say) -> Iterator[tuple[Tried, int, list[str]]]:
    """(form, ways walked, what went wrong) for each."""
    by_loaded = {id(form.loaded): form for form in forms}
    for one, ways, wrong in trying.walked([form.loaded for form in forms], say):
        yield by_loaded[id(one)], ways, wrong


def stopped(form: Tried, wrong: list[str]) -> list[dict]:
    """What went wrong on a walk. In a form from elsewhere a way that nobody takes stops nobody."""
    return [problem(form.file, "", words, form.read is not None and isinstance(words, Untaken)) for words in wrong]


def problem(file: str, path: str, message: str, lost: bool = False) -> dict:
    return {"file": file, "path": path, "message": message[:1].upper() + message[1:], "lost": lost}


def line(problem: dict) -> str:
    where = f"{problem['file']}: {problem['path']}".rstrip(": ")
    return f"{where}: {problem['message']}" + (" (not kept)" if problem["lost"] else "")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    ours = load.find([path])
    return sorted([*ours, *(file for file in path.rglob("*.json") if file.name != "left-aside.json")])


def _tried(path: Path) -> Tried:
    file = trying.said(path)
    if path.suffix in (".yaml", ".yml"):
        loaded = load.load(path, name=file)
        found = [problem(file, f"line {fault.line}", fault.message) for fault in loaded.faults]
        return Tried(file, loaded.slug, loaded, found)
    form = read(path, name=file)
    loaded = form.loaded
    found = [problem(file, note.path, note.message, note.lost) for note in form.notes.found]
    found += [problem(file, "", fault.message) for fault in loaded.faults]
    return Tried(file, form.slug, loaded, found, form)
