"""Dates and times, places, files, rows of questions, and a few of their own kind."""

import re

from ..outline import Component
from . import words
from .base import Asking, bounded

SUFFIXES = {
    end: kind
    for kind, ends in {
        "pdf": "pdf",
        "image": "jpg jpeg png gif webp heic heif image",
        "word": "doc docx odt msword wordprocessingml text",  # vnd.oasis.opendocument.text
        "spreadsheet": "xls xlsx ods csv excel ms-excel spreadsheetml spreadsheet",
        "presentation": "ppt pptx odp ms-powerpoint presentationml presentation",
        "text": "txt plain",
    }.items()
    for end in ends.split()
}
COLUMNS = {
    "text", "long_text", "number", "money", "date", "month_year", "time", "yes_no", "select", "email", "phone",
    "website",
}  # fmt: skip


def date(component: Component, asking: Asking) -> list[dict]:
    return _day(component, asking, "date")


def date_time(component: Component, asking: Asking) -> list[dict]:
    return _day(component, asking, "date_time")


def month_year(component: Component, asking: Asking) -> list[dict]:
    return _day(component, asking, "month_year")


def time(component: Component, asking: Asking) -> list[dict]:
    return _simple(component, asking, "time", "text")


def address(component: Component, asking: Asking) -> list[dict]:
    component.options.ignore("usePostcodeLookup", "hideTitle", "disablePostcodeLookup")
    return _simple(component, asking, "address", "address")


def easting_northing(component: Component, asking: Asking) -> list[dict]:
    return _simple(component, asking, "easting_northing", "none")


def grid_reference(component: Component, asking: Asking) -> list[dict]:
    return _simple(component, asking, "grid_reference", "text")


def lat_long(component: Component, asking: Asking) -> list[dict]:
    return _simple(component, asking, "lat_long", "none")


def on_a_map(component: Component, asking: Asking) -> list[dict]:
    asking.notes.lost(component.at, "a shape drawn on a map is one place here")
    component.options.ignore(*component.options.raw)
    return _simple(component, asking, "map_point", "none")


def file(component: Component, asking: Asking) -> list[dict]:
    before = asking.words_before(component)
    question = asking.begin(component, "file", "list")
    options, schema = component.options, component.schema
    zone = options.part("dropzoneConfig")
    most = zone.whole("maxFiles") or schema.whole("max") or schema.whole("length")
    several = options.truth("multiple", default=zone.raw != {} or "max" in schema.raw or "length" in schema.raw)
    most = min(max(most, 1), 20) if most else 10 if several else 1
    question["most"] = most
    size = zone.whole("maxFilesize") or schema.whole("filesize")
    if size:
        question["max_mb"] = min(max(size, 1), 50)
    kinds = _kinds(zone.take("acceptedFiles") or options.take("accept"), component, asking)
    if kinds:
        question["kinds"] = kinds
    least = options.whole("minimumRequiredFiles") or schema.whole("min") or 0
    if least == 0 and "minimumRequiredFiles" in options.raw:
        question["optional"] = True
    elif least > 1:
        question["least"] = min(least, 20)
        question["most"] = max(most, question["least"])
    zone.ignore(*zone.raw)
    options.ignore("showNoScriptWarning", "imageQuality", "totalOverallFilesize", "multiple", "accept")
    schema.ignore("min", "max", "length", "filesize")
    return [*before, question]


def _kinds(accepted, component, asking) -> list[str]:
    if not isinstance(accepted, str):
        return []
    found, rest = [], []
    for one in filter(None, re.split(r"[,\s]+", accepted.lower())):
        family, _, format = one.rpartition("/")  # image/*, text/plain, .pdf
        names = [family] if format == "*" else format.split(".")
        kind = next((SUFFIXES[name] for name in reversed(names) if name in SUFFIXES), None)
        (found if kind else rest).append(kind or one)
    if rest:
        asking.notes.lost(component.at, "files of these kinds are not taken here", rest)
    return list(dict.fromkeys(found))


def rows(component: Component, asking: Asking) -> list[dict]:
    """Rows of the same few questions: each child becomes a column."""
    before = asking.words_before(component)
    start = len(asking.asked)
    columns = []
    for child in component.children:
        columns += _column(child, asking)
    asking.asked = asking.asked[:start]  # columns have no answers of their own
    if not columns:
        asking.notes.lost(component.at, "the rows ask for nothing, so we ask for words instead")
        return [*before, *words.lines(component, asking)]
    question = asking.begin(component, "table", "none")
    if all(column.get("optional") for column in columns):
        columns[0].pop("optional")
    question["columns"] = columns[:20]
    if len(columns) > 20:
        asking.notes.lost(component.at, "more than 20 columns: those beyond are left out")
    if (most := bounded(component.options, "maxMultiInputFieldRows", 1, 50)) is not None:
        question["most"] = most
    component.options.ignore("columnTitles", "prefix", "textFieldTitle", "numberFieldTitle", "rows")
    component.schema.ignore(*component.schema.raw)
    return [*before, question]


def _column(child, asking):
    from . import ask

    found = []
    for item in ask(child, asking):
        if item["type"] in COLUMNS:
            found.append(item)
        elif item["type"] in ("radios", "autocomplete"):
            kept = [(o["value"], o["label"]) for o in item["options"] if o.get("value")]
            found.append(_as_select(item, kept))
        elif item["type"] != "content":
            asking.notes.lost(child.at, f"a {item['type']} question in a row is a line of words here")
            shared = {key: item[key] for key in ("name", "label", "hint", "short", "optional") if key in item}
            found.append(shared | {"type": "text"})
    return found


def _as_select(item, options):
    shared = {key: item[key] for key in ("name", "label", "hint", "short", "optional", "errors") if key in item}
    return shared | {"type": "select", "options": [{"value": v, "label": label} for v, label in options]}


def payment(component: Component, asking: Asking) -> list[dict]:
    asking.fees.append((component, asking.page))
    return []


def _simple(component, asking, type, kind):
    before = asking.words_before(component)
    question = asking.begin(component, type, kind)
    component.options.ignore("autocomplete")
    component.schema.ignore("regex", "min", "max")
    return [*before, question]


def _day(component, asking, type):
    before = asking.words_before(component)
    question = asking.begin(component, type, "date")
    options = component.options
    past, future = options.whole("maxDaysInPast"), options.whole("maxDaysInFuture")
    if past is not None and type != "month_year":
        question["earliest"] = f"today - {min(max(past, 0), 9999)} days"
    if future is not None and type != "month_year":
        question["latest"] = f"today + {min(max(future, 0), 9999)} days"
    options.ignore("autocomplete", "format")
    component.schema.ignore("min", "max")
    return [*before, question]
