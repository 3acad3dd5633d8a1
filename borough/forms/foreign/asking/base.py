"""What turning any component into one of our questions needs."""

import re
from dataclasses import dataclass, field

from .. import markup
from ..loose import Part, one_line, text
from ..names import QuestionNames
from ..outline import Component, Outline, Page

SHORT = 60  # characters: beyond that a name of an answer is a sentence
FAULTS = {
    "any.required": "missing",
    "any.empty": "missing",
    "string.empty": "missing",
    "string.base": "missing",
    "any.only": "missing",
    "array.base": "missing",
    "array.includesRequiredUnknowns": "missing",
    "object.base": "missing",
    "string.pattern.base": "invalid",
    "string.regex.base": "invalid",
    "string.email": "invalid",
    "string.uri": "invalid",
    "string.uriCustomScheme": "invalid",
    "string.length": "invalid",
    "number.base": "invalid",
    "number.integer": "invalid",
    "number.precision": "invalid",
    "date.base": "invalid",
    "date.format": "invalid",
    "date.day": "invalid",
    "dateFormat": "invalid",
    "string.max": "too_long",
    "string.maxWords": "too_long",
    "string.min": "too_short",
    "number.min": "too_small",
    "array.min": "too_small",
    "number.max": "too_big",
    "array.max": "too_big",
    "date.min": "too_early",
    "date.max": "too_late",
}
LOOKS = (
    "classes", "hideTitle", "bold", "optionalText", "exposeToContext", "disableChangingFromSummary", "summaryTitle",
    "isMultiInput", "columnTitles", "showNoScriptWarning", "allow", "disableLookup", "usePostcodeLookup", "type",
    "allowPrePopulationOverwrite", "noReturnUrlOnSummaryPage", "textFieldTitle", "numberFieldTitle", "trim",
)  # fmt: skip


@dataclass
class Asked:
    """A field as it was, and the question it became. `values`: each value it had → ours; `kind`: as ours compare it."""

    source: str
    id: str
    section: str
    page: Page
    question: dict
    kind: str
    values: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # an option's words → our value
    within: str = ""  # the repeated group it stands in

    @property
    def name(self) -> str:
        return self.question["name"]


@dataclass
class Waiting:
    """Something shown only if a condition holds: said in our words once every question has its name."""

    item: dict
    condition: str
    path: str
    page: Page


class Asking:
    """Components one after another, and what came of them."""

    def __init__(self, form: Outline):
        self.form, self.notes = form, form.notes
        self.names = QuestionNames()
        self.asked: list[Asked] = []
        self.waiting: list[Waiting] = []
        self.fees: list[tuple[Component, Page]] = []
        self.page: Page | None = None
        self.within = ""

    def begin(self, component: Component, type: str, kind: str = "text", **more) -> dict:
        """A question of ours with what all share, its name given and kept with what it was."""
        title = markup.plain(component.title) or markup.plain(self.page.title)
        if not title:
            title = markup.plain(component.name) or "Your answer"
            self.notes.lost(component.at, "the question has no title: write one", {"name": component.name})
        question = {"name": self.names.of(component.name, title, type), "type": type, "label": title[:5000]}
        options = component.options
        short = component.part.words("shortDescription", "errorDescription", "errorLabel") or options.words(
            "summaryTitle"
        )
        if short := markup.plain(short):
            question["short"] = (short if short[:2].isupper() else short[0].lower() + short[1:])[:200]
        if component.hint and (hint := markup.plain(component.hint)):
            question["hint"] = hint[:5000]
        if options.truth("required") is False or component.schema.truth("required") is False:
            question["optional"] = True
        if errors := _errors(component, title):
            question["errors"] = errors
        options.ignore(*LOOKS)
        prefill = options.take("allowPrePopulation")
        if prefill:
            self.notes.lost(options.at("allowPrePopulation"), "an answer cannot be given by the form's address here")
        question |= more
        self.asked.append(
            Asked(
                source=component.name,
                id=text(component.part.raw.get("id")),
                section=self.page.section,
                page=self.page,
                question=question,
                kind=kind,
                within=self.within,
            )
        )
        self.on_condition(question, component)
        return question

    def on_condition(self, item: dict, component: Component) -> None:
        condition = component.options.name("condition")
        if condition:
            self.waiting.append(Waiting(item, condition, component.options.at("condition"), self.page))

    def words_before(self, component: Component) -> list[dict]:
        """A hint with links or lists in it stands above the question as words: hints of ours are plain."""
        if not markup.RICH.search(component.hint):
            return []
        found = markup.pieces(component.hint)
        component.hint = ""
        for item in found:
            self.on_condition(item, component)
        return found


def _errors(component: Component, title: str) -> dict:
    found = {}
    options = component.options
    one = markup.plain(options.words("customValidationMessage"))
    if one:
        found = {"missing": one, "invalid": one}
    messages = options.take("customValidationMessages")
    for key, words in messages.items() if isinstance(messages, dict) else ():
        fault = FAULTS.get(str(key))
        words = _filled(markup.plain(text(words)), title, component.schema)
        if fault and words:
            found.setdefault(fault, words) if one == "" else found.update({fault: words})
        elif words:
            options.notes.lost(
                f"{options.at('customValidationMessages')}.{key}", "an error of ours has no such wording", words
            )
    return found


def _filled(words: str, title: str, schema: Part) -> str:
    """Joi's {{#label}} and {{#limit}} in an error's wording."""
    words = re.sub(r"\{\{?\s*[#:]?label\s*\}?\}", lambda _: title, words)
    limit = schema.raw.get("max", schema.raw.get("min", ""))
    words = re.sub(r"\{\{?\s*[#:]?limit\s*\}?\}", lambda _: text(limit), words)
    return one_line(re.sub(r"\{\{?[^}]*\}?\}", "", words))[:2000]


def bounded(part: Part, key: str, low: int, high: int):
    """A count between two bounds, or None. One beyond what ours take is brought within, and noted."""
    value = part.whole(key)
    if value is None:
        return None
    if not low <= value <= high:
        part.notes.lost(part.at(key), f"“{key}” must be from {low:,} to {high:,} here", value)
    return min(max(value, low), high)
