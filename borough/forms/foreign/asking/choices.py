"""Questions answered by choosing, from lists of the form or written in the question."""

import re

from .. import markup
from ..loose import Part, clean, text
from ..names import plain, shortened
from ..outline import Component, Outline
from .base import Asking

VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}")
MOST = 2_000
FEW = 30  # in a select that an autocomplete would serve better


def yes_no(component: Component, asking: Asking) -> list[dict]:
    before = asking.words_before(component)
    asking.begin(component, "yes_no", "yes_no")
    _forget_list(component)
    return [*before, asking.asked[-1].question]


def radios(component: Component, asking: Asking) -> list[dict]:
    return _choice(component, asking, "radios", "choice")


def select(component: Component, asking: Asking) -> list[dict]:
    return _choice(component, asking, "select", "choice")


def autocomplete(component: Component, asking: Asking) -> list[dict]:
    return _choice(component, asking, "autocomplete", "choice")


def checkboxes(component: Component, asking: Asking) -> list[dict]:
    return _choice(component, asking, "checkboxes", "list")


def declaration(component: Component, asking: Asking) -> list[dict]:
    words = markup.markdown(component.content)
    question = asking.begin(component, "declaration", "yes_no")
    label = markup.plain(component.options.words("declarationConfirmationLabel")) or "I understand and agree"
    question["text"] = "\n\n".join(part for part in (f"**{question['label']}**", words) if part)
    question["label"] = label
    return [question]


def list_items(component: Component, form: Outline) -> list[Part]:
    """The items of the list it names, wherever it names it; of its own, where it has them."""
    named = component.part.name("list") or component.options.name("list") or component.schema.name("list")
    values = component.part.part("values")
    named = named or values.name("list")
    own = component.part.parts("items") or component.options.parts("items") or values.parts("items")
    values.ignore("type", "valueType", "list")
    kept = form.lists.get(named)
    if kept is not None:
        kept.ignore("title", "type", "items")
        items = kept.parts("items")
        kept.leave()
        return items
    if not own:
        component.part.notes.lost(
            component.at, f"there is no list “{named}”" if named else "the question names no list"
        )
    return own


def _choice(component, asking, type, kind):
    before = asking.words_before(component)
    items = list_items(component, asking.form)
    question = asking.begin(component, type, kind)
    asked = asking.asked[-1]
    question["options"] = _options(component, asking, asked, items[:MOST], type)
    if len(items) > MOST:
        asking.notes.lost(component.at, f"more than {MOST:,} options: those beyond are left out")
    if not question["options"]:
        asking.notes.lost(component.at, "there is nothing to choose from, so we ask for words instead")
        del question["options"]
        question["type"], asked.kind = "text", "text"
    elif type == "select" and len(items) > FEW:
        question["type"] = "autocomplete"
        _tell_apart(question["options"])
    elif type == "autocomplete":
        _tell_apart(question["options"])
    _forget_list(component)
    return [*before, question]


def _options(component, asking, asked, items, type):
    options, seen = [], {}
    for item in items:
        label = markup.plain(item.words("text", "label", "title")) or clean(text(item.raw.get("value")))
        source = (
            text(item.take("value")) if not isinstance(item.raw.get("value"), bool) else str(item.raw["value"]).lower()
        )
        item.ignore("id")
        if not label:
            continue
        value = _value(source or label, seen)
        seen[value] = True
        asked.values.setdefault(source or label, value)
        asked.labels.setdefault(label, value)
        option = {"value": value, "label": label[:300]}
        if hint := markup.plain(item.words("description", "hint")):
            option["hint"] = hint
        if condition := item.name("condition"):
            asking.notes.lost(
                item.at("condition"), "an option cannot hang on a condition: it is always shown", condition
            )
        conditional = item.part("conditional")
        below = [*item.parts("conditionalComponents"), *conditional.parts("components")]
        if below and type in ("radios", "checkboxes"):
            _reveal(option, below, asking)
        item.leave()
        options.append(option)
    _revealed_by_value(component, asking, asked, options, type)
    _exclusive(component, asked, options, type)
    return options


def _value(source: str, seen) -> str:
    wanted = source if VALUE.fullmatch(source) else shortened(plain(source, "-"), "-", 60) or "option"
    value, count = wanted, 2
    while value in seen:
        value, count = f"{wanted[:70]}-{count}", count + 1
    return value


def _revealed_by_value(component, asking, asked, options, type):
    """XGov's conditionallyRevealedComponents: the value of an option → the question beneath it."""
    given = component.options.take("conditionallyRevealedComponents")
    for key, raw in given.items() if isinstance(given, dict) else ():
        at = f"{component.options.at('conditionallyRevealedComponents')}.{key}"
        below = raw if isinstance(raw, list) else raw.get("components", [raw]) if isinstance(raw, dict) else []
        value = asked.values.get(str(key)) or asked.labels.get(str(key))
        option = next((one for one in options if one["value"] == value), None)
        parts = [Part(one, at, asking.notes) for one in below if isinstance(one, dict)]
        if option is None or type not in ("radios", "checkboxes"):
            asking.notes.lost(at, "there is no option to show this beneath", raw)
        else:
            _reveal(option, parts, asking)


def _reveal(option, parts, asking):
    """Questions beneath an option. What cannot stand there is noted."""
    from ..outline import component as read
    from . import ask

    for part in parts:
        found = ask(read(part), asking)
        for item in found:
            if item["type"] in ("file", "table", "address") or any("reveal" in o for o in item.get("options", ())):
                asking.notes.lost(
                    part.path, f"a {item['type']} question cannot stand beneath an option: it is left out"
                )
                asking.asked = [one for one in asking.asked if one.question is not item]
            else:
                option.setdefault("reveal", []).append(item)


def _exclusive(component, asked, options, type):
    given = component.options
    divider, behaviour = given.take("divider"), given.name("behaviour")
    alone = given.name("behaviourItemValue") or given.name("finalValue")
    value = asked.values.get(alone) or asked.labels.get(alone)
    if type == "checkboxes" and value and (behaviour == "exclusive" or "finalValue" in given.raw):
        for option in options:
            if option["value"] == value:
                option["exclusive"] = True
    if divider and len(options) > 1 and type in ("radios", "checkboxes"):
        words = markup.plain(divider) if isinstance(divider, str) else "or"
        options.insert(len(options) - 1, {"divider": words[:40] or "or"})


def _tell_apart(options):
    """In an autocomplete nobody could choose between two options of one name, and there are no dividers."""
    seen: dict[str, int] = {}
    options[:] = [option for option in options if option.get("value")]
    for option in options:
        name = " ".join(option["label"].lower().split())
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            option["label"] = f"{option['label']} ({option['value']})"
        option.pop("reveal", None)


def _forget_list(component):
    component.part.ignore("list", "values", "items")
    component.options.ignore("list", "autocomplete", "format", "listItems")
    component.schema.ignore("list", "type", "min", "max")
