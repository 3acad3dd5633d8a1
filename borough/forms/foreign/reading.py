"""A file of another format as a definition of ours, with notes of what was changed or left aside."""

import json
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..definition.load import Loaded, build, content_hash
from ..definition.model import MOST_QUESTIONS
from ..definition.source import Source
from . import frame, markup
from .asking import Asking, ask
from .conditions import Conditions
from .logic import settled, written
from .loose import Part, one_line
from .names import PageNames
from .notes import Notes
from .outline import REPEAT, START, STATUS, SUMMARY, Outline, is_foreign, outline
from .saying import Saying
from .ways import CHECK, Node, nodes_in_order

MOST_BYTES = 5_000_000
DELIVERY = (
    "outputs", "notify", "payApiKey", "notifyApiKey", "webhook", "multiStageEndpoints", "output", "outputEmail",
    "callbackUrl", "returnTo", "authentication", "addressLookupConfig", "allowedDomains", "invalidDomainRedirect",
)  # fmt: skip
LOOKS = (
    "phaseBanner", "version", "schema", "engine", "skipSummary", "markAsComplete", "backLinkText", "fullStartPage",
    "showFilenamesOnSummaryPage", "toggle", "toggleRedirect", "retryTimeoutSeconds", "confirmationSessionTimeout",
    "isAutosaveEnabled", "startPage", "$schema", "id", "slug", "analytics", "cookies", "serviceBanner", "footer",
)  # fmt: skip
SUMMARISES = {"minisummary", "repeatingsectionsummary"}


class _Made(Source):
    """It has no lines: a fault says on which page it is."""

    def fault(self, path, message):
        page = self.data["pages"][path[1]] if path[:1] == ("pages",) and len(path) > 1 else None
        return super().fault(path, f"{message} (on “{page['name']}”)" if page else message)


@dataclass
class Read:
    """`data` is what service.yaml would hold; None where nothing could be made of it."""

    file: str
    slug: str
    data: dict | None
    notes: Notes = field(default_factory=Notes)

    @property
    def loaded(self) -> Loaded:
        """Checked like any definition of ours. What is wrong with it now is a fault of ours, or of the form itself."""
        data = self.data or {}
        form, faults = build(_Made(self.file, data, {}), self.slug) if data else (None, [])
        return Loaded(self.file, self.slug, json.dumps(data), data, content_hash(data), form, faults)


def read(path: Path, *, name: str = "") -> Read:
    """Never raises for what is in the file."""
    notes = Notes()
    file = name or str(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            notes.fatal("", f"the file is larger than {MOST_BYTES // 1_000_000} MB")
            return Read(file, path.stem, None, notes)
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as wrong:
        notes.fatal("", f"we cannot open the file: {wrong.strerror}")
    except UnicodeDecodeError:
        notes.fatal("", "the file is not UTF-8 text")
    except (ValueError, RecursionError) as wrong:
        notes.fatal("", f"the file is not JSON: {str(wrong)[:100] or 'it nests too deep'}")
    else:
        return read_data(data, file=file, stem=path.stem, notes=notes)
    return Read(file, path.stem, None, notes)


def read_data(data, *, file: str = "form.json", stem: str = "form", notes: Notes | None = None) -> Read:
    """The same of what a file holds."""
    notes = notes or Notes()
    if not is_foreign(data):
        notes.fatal("", "this is no form in a format we know: it has no `pages` with a `path`")
        return Read(file, stem, None, notes)
    try:
        form = outline(data, notes)
        if not form.pages:
            notes.fatal("pages", "the form has no pages")
            return Read(file, stem, None, notes)
        return Read(file, frame.slug_of(stem, "form"), _service(form, stem), notes)
    except RecursionError:
        notes.fatal("", "the form nests too deep to be read")
        return Read(file, stem, None, notes)


def _service(form: Outline, stem: str) -> dict:
    notes, asking, names = form.notes, Asking(form), PageNames()
    before, nodes = [], {}
    for page in form.pages:
        asking.page, asking.within = page, ""
        if page.role == REPEAT and not any(one.kind == "MultiInputField" for one in page.components):
            asking.within = page.path
        items = [item for component in page.components for item in ask(component, asking)]
        asks = any(item["type"] not in ("content", "summary") for item in items)
        if page.role == START and not asks and len({link.path for link in page.links}) <= 1:
            before += [item["text"] for item in items if "text" in item]
        elif page.role in (SUMMARY, STATUS) and not asks:
            if items:
                notes.lost(page.at, "words on the page that shows the answers, or comes after, are left aside", items)
        elif page.path in nodes:
            notes.lost(page.at, f"a second page “{page.path}” is left out: two pages have one address", page.part.raw)
            asking.asked = [one for one in asking.asked if one.page is not page]
        else:
            if page.controller in SUMMARISES and not asks:
                items.append({"type": "summary"})
            if len(items) > MOST_QUESTIONS:
                notes.fatal(page.at, f"a page can hold {MOST_QUESTIONS} questions, and this has {len(items):,}")
            nodes[page.path] = Node(page, names.of(page.path, page.title or _label(items)), items[:MOST_QUESTIONS])
    conditions, saying = Conditions(form), Saying(asking.asked, notes)
    order = nodes_in_order(form, nodes, conditions, saying)
    _conditions_of_items(order, asking, conditions, saying)
    head = frame.around(
        markup.plain(_titled(form.top.words("name", "title", "serviceName") or stem)),
        markup.guarded("\n\n".join(before)),
    )
    service = head | _body(form, order, asking, names, notes)
    service |= _fees(form, asking, conditions, saying, order)
    _rest(form, notes)
    if not service["pages"]:
        notes.fatal("pages", "no page of the form can be shown")
        return {}
    return service


def _titled(words: str) -> str:
    """The form's title, also where it only has a file's name."""
    words = words if " " in words else re.sub("[_-]+", " ", words)
    return words[:1].upper() + words[1:]


def _label(items: list[dict]) -> str:
    return next((item["label"] for item in items if item.get("name")), "")


def _body(form, order: list[Node], asking, names, notes) -> dict:
    pages = []
    for at, node in enumerate(order):
        below = order[at + 1].name if at + 1 < len(order) else CHECK
        pages.append(_page(node, form, below, {one.page.path: one.name for one in order}, asking, notes))
    if words := markup.markdown(form.top.words("declaration")):
        page = names.of("declaration", "Declaration")
        for one in pages:
            for link in one.get("next", ()):
                link["go"] = page if link["go"] == CHECK else link["go"]
        question = {"name": asking.names.of("declaration", "Declaration"), "type": "declaration"}
        question |= {"label": "I agree", "text": words}
        pages.append({"name": page, "title": "Declaration", "questions": [question]})
    sections = {node.page.section for node in order if node.page.section}
    used = {name: title for name, title in form.sections.items() if name in sections}
    found = _sections(used, pages, order)
    once = [item for page in pages if "repeat" not in page for item in _every(page.get("questions", ()))]
    person = frame.person(once)
    service = {"person": person} if person else {}
    return service | found | {"pages": pages, "messages": frame.messages(person), "workflow": frame.WORKFLOW}


def _sections(used, pages, order) -> dict:
    slugs = {}
    given = PageNames()
    for name, title in used.items():
        slugs[name] = given.of(title, name)  # editors make up names such as sezpbt
    for page, node in zip(pages, order, strict=False):
        if node.page.section in slugs:
            rest = {key: page.pop(key) for key in list(page) if key not in ("name", "title")}
            page |= {"section": slugs[node.page.section]} | rest
    listed = [{"name": slugs[name], "title": markup.plain(title)[:300] or name} for name, title in used.items()]
    return {"sections": listed[:60]} if listed else {}


def _page(node: Node, form, below, by_path, asking, notes) -> dict:
    page = {"name": node.name}
    asked = [item for item in node.items if item["type"] not in ("content", "summary")]
    title = one_line(markup.plain(node.page.title))[:300]
    if title and not (len(node.items) == 1 and asked and asked[0]["label"] == title):
        page["title"] = title
    elif len(node.items) != 1 or not asked:
        page["title"] = title or node.name.replace("-", " ").capitalize()
    if node.when:
        page["when"] = node.when
    if node.end:
        page["end"] = True
    if node.page.role == REPEAT and asked and not any(item["type"] == "table" for item in asked):
        page["title"] = title or page.get("title") or asked[0]["label"][:300]
        page["repeat"] = _repeat(node, page, asking, notes)
    elif node.items:
        page["questions"] = node.items
    if node.links:
        ways = [_way(words, target, by_path) for words, target, _ in node.links]
        if ways != [{"go": below}]:
            page["next"] = ways
    _page_rest(node, form)
    return page


def _way(words, target, by_path):
    way = {"go": by_path.get(target, CHECK)}
    return {"when": words} | way if words else way


def _repeat(node, page, asking, notes) -> dict:
    given = node.page.repeat
    options, schema = given.part("options"), given.part("schema")
    title = markup.plain(options.words("title"))
    group = asking.names.of(options.name("name") or f"{node.name}_list", page["title"], "list")
    least, most = schema.whole("min"), schema.whole("max")
    optional = any(item.get("optional") for item in node.items)
    for part in (options, schema, given):
        part.leave()
    least = min(max(1 if least is None else least, 0), 50)
    most = min(max(25 if most is None else most, least, 1), 50)
    row = (title or "answer")[:60]
    inner = {"name": f"{node.name[:50]}-one", "title": page["title"], "questions": node.items}
    if optional and len(node.items) == 1:
        node.items[0].pop("optional")
        least = 0
    return {"name": group, "row": row[0].lower() + row[1:], "least": least, "most": most, "pages": [inner]}


def _page_rest(node, form):
    part = node.page.part
    part.ignore(
        "path", "components", "next", "controller", "section", "title", "repeat", "condition", "id", "view",
        "disableBackLink",
        "disableSingleComponentAsHeading", "backLinkFallback", "customButtonText", "continueButtonText",
        "showContinueButton", "unauthenticated", "hasNext", "sidebarContent", "componentsAfter", "repeatField",
        "sectionForEndSummaryPages", "sectionForExitJourneySummaryPages", "sectionForMultiSummaryPages",
    )  # fmt: skip
    if node.page.repeat_field:
        form.notes.lost(part.at("repeatField"), "the page was asked as often as an answer said: it is asked once here",
                        node.page.repeat_field)  # fmt: skip
    if part.raw.get("options") and node.page.role == REPEAT:
        part.ignore("options")
    if "events" in part.raw:
        form.notes.lost(part.at("events"), "a call to another system when the page opens is left out")
        part.ignore("events")
    part.leave()


def _conditions_of_items(order, asking, conditions, saying):
    shown = {node.page.path: node for node in order}
    for waiting in asking.waiting:
        node = shown.get(waiting.page.path)
        if node is None:
            continue
        within = waiting.page.path if waiting.page.role == REPEAT else ""
        said = partial(saying.say, earlier=node.earlier, within=within)
        tree = settled(conditions.of(waiting.condition, waiting.path), said)
        if tree is False:
            asking.notes.lost(waiting.path, "it would never be shown, so it always is")
        elif tree is not True:
            waiting.item["when"] = written(tree)


def _fees(form, asking, conditions, saying, order) -> dict:
    every = {node.page.path for node in order}
    fees = []
    for part in form.top.parts("fees"):
        pence = part.number("amount")
        if pence is None or pence <= 0:
            form.notes.lost(part.path, "a fee without an amount is left out", part.raw)
            continue
        amount = f"{pence / 100:.2f}"
        if multiplier := part.name("multiplier"):
            asked = saying.of(multiplier, every)
            if asked and asked.kind == "number" and not asked.within:
                amount = f"{amount} * {asked.name}"
            else:
                form.notes.lost(part.at("multiplier"), "nothing asked here is a number to multiply by", multiplier)
        fees.append(
            _fee(
                part,
                markup.plain(part.words("description", "prefix")) or "Fee",
                amount,
                form,
                conditions,
                saying,
                every,
            )
        )
        part.leave()
    for component, page in asking.fees:
        pounds = component.options.number("amount")
        if pounds is None or page.path not in every:
            form.notes.lost(component.at, "a payment without an amount is left out", component.part.raw)
            continue
        label = markup.plain(component.options.words("description") or component.title) or "Payment"
        fee = {"label": label[:300], "amount": f"{pounds:.2f}"}
        if several := component.options.take("conditionalAmounts"):
            at = component.options.at("conditionalAmounts")
            form.notes.lost(at, "amounts that hang on conditions: write them as fees", several)
        fees.append(fee)
    return {"fees": fees} if fees else {}


def _fee(part: Part, label, amount, form, conditions, saying, every) -> dict:
    fee = {"label": label[:300], "amount": amount}
    reference = part.name("condition")
    if reference:
        tree = settled(conditions.of(reference, part.at("condition")), lambda test: saying.say(test, every))
        if tree is False:
            form.notes.lost(part.at("condition"), "the fee is always owed: its condition cannot be said", reference)
        elif tree is not True:
            fee["when"] = written(tree)
    return fee


def _rest(form: Outline, notes: Notes):
    top = form.top
    for key in DELIVERY:
        if top.take(key):
            notes.lost(key, f"where answers were sent to (“{key}”) is dropped: set it up here")
    top.ignore(*LOOKS)
    for key in ("feedback", "metadata", "feeOptions", "specialPages", "paymentReferenceFormat"):
        if value := top.take(key):
            notes.lost(key, f"“{key}” has no place here", value)
    for part in form.conditions.values():
        part.ignore("displayName", "value", "items", "coordinator")
    for part in form.lists.values():
        part.ignore("title", "type", "items")
    top.leave()


def _every(items):
    for item in items:
        yield item
        for option in item.get("options", ()):
            yield from _every(option.get("reveal", ()))
