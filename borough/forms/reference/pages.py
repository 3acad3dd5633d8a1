"""The pages of the reference, as Markdown by file name. They read the gazetteer: call this where it is empty."""

import datetime
import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path

from borough.foundations.documents.models import Document

from .. import exporting, mistakes
from ..questions.base import Part, Question
from . import asking
from .examples import EXAMPLES, KINDS, Example
from .keys import keys

MADE = "<!-- Written by `make reference` from the type itself: put it right there, in borough/forms/. -->"
FOLDER = Path(__file__).resolve().parents[3] / "docs" / "reference" / "questions"
TODAY = datetime.date(2026, 11, 26)  # in the messages, so that they stay
SENT = datetime.datetime(2026, 11, 26, 9, 30, tzinfo=datetime.UTC)
SITE = "https://www.example.org"
SHORT = 90  # characters of JSON that stand in one line
SHARED = {*Question.model_fields, "type"}
LEFT_OUT = {"radios": {"exclusive"}, "select": {"exclusive", "reveal", "divider"}}  # of options: they are faults there
LEFT_OUT["autocomplete"] = LEFT_OUT["select"]


def write(folder: Path) -> list[str]:
    """Write them all, and take away those of types that are gone. The names of those written."""
    folder.mkdir(parents=True, exist_ok=True)
    found = pages()
    for old in folder.glob("*.md"):
        if old.name not in found:
            old.unlink()
    for name, text in found.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(found)


def pages() -> dict[str, str]:
    """Every file of docs/reference/questions/ but the pictures."""
    return {"README.md": _index()} | {f"{type}.md": _page(example) for type, example in EXAMPLES.items()}


def _index() -> str:
    asks = [type for type, kind in KINDS.items() if kind.asks]
    return _joined([
        "# Types of question",
        MADE,
        "What a form can ask. Each page shows how to write the type, how it looks, what is kept, what conditions may"
        " ask of it, and every error message it can give.",
        _table(("Type", "What it is for"), [(f"[`{type}`]({type}.md)", _first(KINDS[type])) for type in asks]),
        "These stand between questions and ask nothing:",
        _table(("Type", "What it is for"),
               [(f"[`{t}`]({t}.md)", _first(kind)) for t, kind in KINDS.items() if not kind.asks]),
        "## What every question can have",
        _keys(Question),
        "Your own `errors` go by what went wrong: each type's page lists its own. For example:",
        "```yaml\nerrors:\n  missing: Choose whether you have a garden\n```",
        "New to this? Begin with [Write a service in 15 minutes](../../how-to/write-a-service.md), then"
        " [branch, repeat and add up](../../how-to/repeat-and-branch.md).",
    ])  # fmt: skip


def _page(example: Example) -> str:
    kind = KINDS[example.type]
    see = ", ".join(f"[{words}](../../how-to/{name}.md)" for name, words in example.see.items())
    parts = [
        f"# `{example.type}`",
        MADE,
        _linked(inspect.getdoc(kind), example.type),
        f"![{_alt(example)}](pictures/{example.type}.png)",
        "## How to write it",
        f"```yaml\n{example.write}```",
        *_settings(kind),
        *(_answered(example) if kind.asks else ()),
        f"Read more: {see}" if see else "",
        "[All types of question](README.md)",
    ]
    return _joined(parts)


def _settings(kind: type[Part]) -> Iterator[str]:
    own = _keys(kind, without=SHARED if kind.asks else {"type"})
    every = "what [every question can have](README.md#what-every-question-can-have)"
    if not kind.asks:
        yield own
        return
    yield f"It can have {every}{', and:' if own else '. It has nothing more to set.'}"
    yield own
    for name, part in _within(kind):
        yield f"Each of `{name}`:"
        yield _keys(part, without=LEFT_OUT.get(kind.model_fields["type"].default, ()))


def _answered(example: Example) -> Iterator[str]:
    question, answer = example.part, example.answer
    yield "## What becomes of the answer"
    yield "People read it so, on check answers, in messages and in the case:"
    yield "\n".join(f"> {line}  " for line in question.display(answer).splitlines())
    yield f"We keep:\n\n{_json(answer)}"
    yield f"A back office gets ([more](../../how-to/send-answers-on.md)):\n\n{_json(_exported(example))}"
    yield "## What conditions can ask"
    yield asking.KINDS[asking.kind(question)]
    yield _code(asking.conditions(question, answer))
    if sums := [*asking.sums(question)]:
        yield "In sums ([more](../../how-to/repeat-and-branch.md#work-out-sums)):"
        yield _code(sums)
    yield "## What it can say is wrong"
    yield from _messages(example)


def _messages(example: Example) -> Iterator[str]:
    question = example.part
    own = set(question.errors.values())
    said = [(one.fault, one.message) for one in mistakes.messages(question, TODAY)]
    rows = [(f"`{fault}`", f"{text} (your own words)" if text in own else text) for fault, text in dict.fromkeys(said)]
    yield "Each message has a key. Give `errors` that key, and it says what you want instead."
    yield _table(("Key", "What people read in this example"), rows)
    if more := dict(_more(example, {text for _, text in said})):
        yield "And where you set more than the example does:"
        yield _table(("Key", "You set", "What people read then"), [(*key, text) for key, text in more.items()])


def _more(example: Example, said: set[str]):
    """What it can say with these settings that it does not say without: (key, settings), message."""
    for settings in example.also:
        with_these = ", ".join(f"`{key}: {_inline(value)}`" for key, value in settings.items() if value)
        for one in mistakes.messages(example.with_settings(settings), TODAY):
            if one.message not in said:
                said.add(one.message)
                yield (f"`{one.fault}`", with_these), one.message


def _exported(example: Example) -> dict:
    files = example.answer if example.type == "file" else []
    found = [Document(pk=f["id"], content_type="image/jpeg", sha256="9f86d0…") for f in files]
    sent = exporting.Sent(
        "EX-7QK-214", "", "web", SENT, SENT, {example.part.name: example.answer}, {str(one.pk): one for one in found}
    )
    return exporting.exported(example.form, sent, address=SITE)["answers"][0]


# --- Markdown
def _keys(part: type[Part], without=()) -> str:
    rows = [
        (f"`{key.name}`", key.about, key.takes, "**needed**" if key.needed else key.usual and f"`{key.usual}`")
        for key in keys(part, without)
    ]
    return _table(("Key", "What it does", "You write", "Unless you do"), rows) if rows else ""


def _within(kind: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    """Lists of parts that have keys of their own: (key, part)."""
    for name, field in kind.model_fields.items():
        for part in getattr(field.annotation, "__args__", ()):
            if inspect.isclass(part) and issubclass(part, Part):
                yield name, part


def _table(heads, rows) -> str:
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _json(value) -> str:
    short = json.dumps(value, ensure_ascii=False)
    return f"```json\n{short if len(short) < SHORT else json.dumps(value, ensure_ascii=False, indent=2)}\n```"


def _inline(value) -> str:
    return value if isinstance(value, str) and value[0].isalnum() else json.dumps(value)


def _linked(text: str, type: str) -> str:
    """With the other types named in it leading to their pages."""
    return re.sub("`([a-z_]+)`", lambda m: f"[{m[0]}]({m[1]}.md)" if m[1] in KINDS and m[1] != type else m[0], text)


def _code(lines) -> str:
    return "\n".join(["```", *lines, "```"])


def _first(kind: type[Part]) -> str:
    """The first sentence of what it says of itself."""
    return inspect.getdoc(kind).split(". ")[0].split(".\n")[0].replace("\n", " ").rstrip(".")


def _alt(example: Example) -> str:
    return f"The example below: “{example.part.label}”" if KINDS[example.type].asks else "The example below"


def _joined(parts) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
