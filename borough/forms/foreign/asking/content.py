"""Words between questions."""

from .. import markup
from ..outline import Component
from .base import Asking
from .choices import list_items


def html(component: Component, asking: Asking) -> list[dict]:
    words = component.content or component.title
    if component.content and component.title and component.kind in ("Markdown",):
        component.part.ignore("title")
    if gone := markup.drops(words):
        asking.notes.lost(component.at, f"these cannot stand on a page: {', '.join(gone)}", words)
    if markup.COMMANDS.search(words) or "{{" in words:
        asking.notes.lost(component.at, "words that a program filled in stand as they are: rewrite them", words)
        words = markup.COMMANDS.sub("", words)
    return _shown(markup.pieces(words), component, asking)


def inset(component: Component, asking: Asking) -> list[dict]:
    words = markup.markdown(component.content or component.title)
    return _shown([{"type": "content", "kind": "inset", "text": words}] if words else [], component, asking)


def warning(component: Component, asking: Asking) -> list[dict]:
    words = markup.plain(component.content or component.title)
    return _shown([{"type": "content", "kind": "warning", "text": words}] if words else [], component, asking)


def details(component: Component, asking: Asking) -> list[dict]:
    words, label = markup.markdown(component.content), markup.plain(component.title) or "More"
    return _shown([markup.details(label, words)] if words else [], component, asking)


def bullets(component: Component, asking: Asking) -> list[dict]:
    """A list to read."""
    lines = []
    for item in list_items(component, asking.form):
        words = markup.plain(item.words("text", "label"))
        more = markup.plain(item.words("description", "hint"))
        item.ignore("value", "id", "condition")
        if words or more:
            lines.append(f"* {' – '.join(part for part in (words, more) if part)}")
    title = markup.plain(component.title)
    words = "\n".join([*([f"{title}\n"] if title else []), *lines])
    component.options.ignore("type", "list")
    return _shown([{"type": "content", "text": words}] if words else [], component, asking)


def cards(component: Component, asking: Asking) -> list[dict]:
    """Flash cards: each a heading with its words."""
    parts = []
    for item in list_items(component, asking.form):
        title = markup.plain(item.words("text", "label"))
        words = markup.markdown(item.words("description", "hint"))
        item.ignore("value", "id", "condition")
        parts += [f"### {title}"] if title else []
        parts += [words] if words else []
    component.options.ignore("list")
    return _shown([{"type": "content", "text": "\n\n".join(parts)}] if parts else [], component, asking)


def _shown(items, component, asking):
    for item in items:
        asking.on_condition(item, component)
    component.options.ignore("classes", "type", "align", "exposeToContext", "stateVariable", "hideTitle", "required")
    component.part.ignore("subType")
    component.schema.ignore(*component.schema.raw)
    return [item for item in items if item.get("text", "").strip()]
