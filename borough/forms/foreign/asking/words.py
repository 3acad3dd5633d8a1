"""Boxes to type in."""

import re

from ...questions.examples import example
from .. import markup, regexes
from ..outline import Component
from .base import Asking, bounded

WIDTH = re.compile(r"govuk-input--width-(2|3|4|5|10|20|30)\b")
LONGEST = 5_000


def line(component: Component, asking: Asking) -> list[dict]:
    before = asking.words_before(component)
    classes = component.options.raw.get("classes")
    question = asking.begin(component, "text")
    options = component.options
    _lengths(question, component, LONGEST)
    _pattern(question, component)
    for part in ("prefix", "suffix"):
        if words := markup.plain(options.words(part)):
            question[part] = words
    auto = options.take("autocomplete")
    if isinstance(auto, str) and re.fullmatch(r"[a-z -]{1,40}", auto):
        question["autocomplete"] = auto
    width = WIDTH.search(classes) if isinstance(classes, str) else None
    if width:
        question["width"] = width[1]
    options.ignore("format", "maxlength")
    return [*before, question]


def lines(component: Component, asking: Asking) -> list[dict]:
    before = asking.words_before(component)
    question = asking.begin(component, "long_text")
    _lengths(question, component, 20_000)
    if (words := bounded(component.options, "maxWords", 1, 3_000)) is not None:
        question["max_words"] = words
    if (rows := component.options.whole("rows")) is not None:
        question["rows"] = min(max(rows, 2), 20)
    component.options.ignore("autocomplete")
    if pattern := component.schema.name("regex"):
        asking.notes.lost(component.schema.at("regex"), "a long answer has no pattern here", pattern)
    return [*before, question]


def rich(component: Component, asking: Asking) -> list[dict]:
    *before, question = lines(component, asking)
    return [*before, question | {"rich": True}]


def email(component: Component, asking: Asking) -> list[dict]:
    return _checked_by_us(component, asking, "email", "an e-mail address")


def phone(component: Component, asking: Asking) -> list[dict]:
    component.options.ignore("format", "isInternational")
    return _checked_by_us(component, asking, "phone", "a telephone number")


def website(component: Component, asking: Asking) -> list[dict]:
    return _checked_by_us(component, asking, "website", "a web address")


def number(component: Component, asking: Asking) -> list[dict]:
    before = asking.words_before(component)
    options, schema = component.options, component.schema
    prefix, suffix = markup.plain(options.words("prefix")), markup.plain(options.words("suffix"))
    places = schema.whole("precision")
    money = prefix == "£" and not suffix and (places is None or 0 <= places <= 2)
    question = asking.begin(component, "money" if money else "number", "number")
    if not money:
        question["decimals"] = 2 if places is None else min(max(places, 0), 6)
        if suffix:
            question["unit"] = suffix
        if prefix:
            question["label"] += f" ({prefix})"
    low = schema.number("min") if "min" in schema.raw else options.number("min")
    high = schema.number("max") if "max" in schema.raw else options.number("max")
    schema.ignore("min", "max", "integer", "regex", "minPrecision")
    options.ignore("min", "max", "autocomplete", "step")
    if low is not None and high is not None and low > high:
        asking.notes.lost(
            schema.at("min"),
            "the least was more than the most, so we left both out",
            {"min": str(low), "max": str(high)},
        )
        low = high = None
    for key, value in (("min", low), ("max", high)):
        if value is not None:
            question[key] = int(value) if value == int(value) else float(value)
    if money and low is not None and low > 10_000_000 and high is None:
        question["max"] = int(low) * 10
    for key in ("minLength", "maxLength", "length"):
        if (count := schema.whole(key)) is not None:
            asking.notes.lost(schema.at(key), "a number has no count of digits here", count)
    return [*before, question]


def hidden(component: Component, asking: Asking) -> list[dict]:
    asking.notes.lost(
        component.at, "an answer that nobody was asked (a hidden field) has no place here", component.part.raw
    )
    component.part.ignore(*component.part.raw)
    component.options.ignore(*component.options.raw)
    component.schema.ignore(*component.schema.raw)
    return []


def contact(component: Component, asking: Asking) -> list[dict]:
    """UKHSA's telephone number, e-mail address or both."""
    from ..outline import component as read

    asking.notes.lost(
        component.at, "one of two (a telephone number or an e-mail address) is two optional questions here"
    )
    title = component.title
    found = [{"type": "content", "text": markup.markdown(title)}] if title else []
    for kind, name, label in (("phone", "phone", "Telephone number"), ("email", "email", "E-mail address")):
        raw = {"type": kind, "name": f"{component.name}_{name}", "title": label, "options": {"required": False}}
        one = read(type(component.part)(raw, component.at, asking.notes))
        found += _checked_by_us(one, asking, kind, label)
    component.options.ignore("customValidationMessages", "required", "classes", "hideTitle")
    return found


def _checked_by_us(component, asking, kind, what):
    before = asking.words_before(component)
    question = asking.begin(component, kind)
    component.options.ignore("autocomplete")
    for key in ("regex", "max", "min", "length"):
        if value := component.schema.take(key):
            asking.notes.lost(component.schema.at(key), f"{what} is checked in our own way", value)
    return [*before, question]


def _lengths(question, component, longest):
    schema = component.schema
    exact = bounded(schema, "length", 1, longest)
    low, high = bounded(schema, "min", 0, longest), bounded(schema, "max", 1, longest)
    schema.ignore("maxlength")
    if exact is not None:
        low = high = exact
    if low is not None and high is not None and low > high:
        schema.notes.lost(schema.at("min"), "the least was more than the most, so we left the least out", low)
        low = None
    if high is not None:
        question["max_length"] = high
    if low:
        question["min_length"] = low
        if high is None and low > 200:
            question["max_length"] = longest


def _pattern(question, component):
    source = component.schema.take("regex")
    if not isinstance(source, str) or not source.strip():
        return
    at = component.schema.at("regex")
    try:
        pattern = regexes.ours(source.strip())
    except regexes.Untranslatable as wrong:
        component.schema.notes.lost(at, f"the pattern is left out: {wrong}", source)
        return
    if not pattern:
        return
    low, high = question.get("min_length", 0), question.get("max_length", 200)
    found = example(pattern, low, high)
    if found is None:
        component.schema.notes.lost(at, "the pattern is left out: we found no answer that matches it", source)
        return
    question |= {"pattern": pattern, "example": found}
