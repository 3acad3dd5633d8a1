"""Every word of a service that residents read."""

from pathlib import Path

from ruamel.yaml import YAML

SERVICES = sorted((Path(__file__).resolve().parents[2] / "services").glob("*/service.yaml"))


def read(path: Path) -> dict:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def for_residents(service: dict):
    """(where, words) for each text."""
    for key in ("title", "summary", "before"):
        yield key, service[key]
    for key, text in service["privacy"].items():
        yield f"privacy.{key}", text
    for page in service["pages"]:
        for key in ("title", "text"):
            if page.get(key):
                yield f"{page['name']}.{key}", page[key]
        for question in page.get("questions", ()):
            yield from _question(question, page["name"])
    for name, state in service["workflow"]["states"].items():
        yield f"states.{name}", state["resident"]
    for name, message in service["messages"].items():
        for key, text in message.items():
            yield f"messages.{name}.{key}", text
    for name, move in service["workflow"]["moves"].items():
        if move.get("by") == "resident":
            yield f"moves.{name}", move["label"]


def _question(question, where):
    where = f"{where}.{question['name']}"
    for key in ("label", "hint", "text"):
        if question.get(key):
            yield f"{where}.{key}", question[key]
    for fault, words in question.get("errors", {}).items():
        yield f"{where}.errors.{fault}", words
    for option in question.get("options", ()):
        for key in ("label", "hint"):
            if option.get(key):
                yield f"{where}.{option['value']}", option[key]
        for revealed in option.get("reveal", ()):
            yield from _question(revealed, where)
