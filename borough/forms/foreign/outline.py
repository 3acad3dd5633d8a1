"""What the formats share: a form of pages with components, lists, conditions and links."""

import re
from dataclasses import dataclass, field

from .loose import Part, text
from .notes import Notes

SUMMARY, START, END, STATUS, REPEAT, PAGE = "summary", "start", "end", "status", "repeat", "page"
CONTROLLERS = {
    "start": START,
    "home": START,
    "magiclinkstart": START,
    "summary": SUMMARY,
    "summarypagewithconfirmationemail": SUMMARY,
    "confirm": SUMMARY,
    "customsummary": SUMMARY,
    "checkpointsummary": SUMMARY,
    "checkanswers": SUMMARY,
    "checkresponses": SUMMARY,
    "status": STATUS,
    "confirmation": STATUS,
    "terminal": END,
    "repeat": REPEAT,
    "repeatingfield": REPEAT,
    "page": PAGE,
    "pagecontroller": PAGE,
    "question": PAGE,
    "default": PAGE,
    "base": PAGE,
    "fileupload": PAGE,
    "upload": PAGE,
    "continue": PAGE,
    "multistart": PAGE,
    "minisummary": PAGE,
    "repeatingsectionsummary": PAGE,
}
MOST_PAGES, MOST_COMPONENTS, MOST_DEEP = 400, 5_000, 8


@dataclass
class Link:
    """A way on. `condition` names a condition; `redirect` is an address elsewhere."""

    path: str
    condition: str
    redirect: str
    at: str


@dataclass
class Component:
    """A question, or words. `kind` is its type as the file says it."""

    part: Part
    kind: str
    name: str
    title: str
    hint: str
    content: str
    options: Part
    schema: Part
    children: list["Component"] = field(default_factory=list)

    @property
    def at(self) -> str:
        return self.part.path


@dataclass
class Page:
    """One page. `controller` is its class without "PageController"; `role` what that makes of it."""

    part: Part
    path: str
    title: str
    section: str
    controller: str
    condition: str
    components: list[Component]
    links: list[Link]
    linked: bool  # whether it says at all where it leads
    repeat: Part
    repeat_field: str
    role: str = PAGE

    @property
    def at(self) -> str:
        return self.part.path


@dataclass
class Outline:
    """A whole form. `linear` where pages follow one another as they stand (DEFRA's second engine)."""

    top: Part
    pages: list[Page]
    lists: dict[str, Part]
    sections: dict[str, str]
    conditions: dict[str, Part]
    start: str
    linear: bool
    notes: Notes


def is_foreign(data) -> bool:
    """Whether this is a form of these formats: pages with paths, where ours have names."""
    if not isinstance(data, dict) or "workflow" in data:
        return False
    pages = data.get("pages")
    if isinstance(pages, list):
        parts = [page for page in pages if isinstance(page, dict)]
        if any("name" in page and "path" not in page for page in parts):
            return False
        return any("path" in page or "components" in page for page in parts) or not parts
    return any(key in data for key in ("startPage", "engine", "lists", "conditions")) and "title" not in data


def outline(data: dict, notes: Notes) -> Outline:
    """The form as far as it can be read. Never raises for what is in it."""
    top = Part(data, "", notes)
    pages = [_page(part, at) for at, part in enumerate(top.parts("pages")[:MOST_PAGES])]
    engine = top.name("engine").upper()
    two = engine == "V2" or (not engine and top.name("schema") == "2")
    linear = two or (len(pages) > 1 and not any(page.linked for page in pages))
    return Outline(
        top=top,
        pages=pages,
        lists=_by_name(top.parts("lists")),
        sections=_sections(top.parts("sections")),
        conditions=_by_name(top.parts("conditions")),
        start=address(top.name("startPage")),
        linear=linear,
        notes=notes,
    )


def address(path: str) -> str:
    """A path as others name it: /your-details, whatever its slashes and query."""
    bare = re.sub(r"[?#].*$", "", path).strip().strip("/")
    return f"/{bare}" if path.strip() else ""


def component(part: Part, deep: int = 0) -> Component:
    kind = part.name("type")
    options, schema = part.part("options"), part.part("schema")
    part.ignore("id", "subType", "nameHasError", "children", "components")
    children = []
    if deep < MOST_DEEP:
        below = part.parts("children") or part.parts("components")
        children = [component(child, deep + 1) for child in below]
    return Component(
        part=part,
        kind=kind,
        name=part.name("name"),
        title=part.words("title"),
        hint=part.words("hint"),
        content=part.words("content"),
        options=options,
        schema=schema,
        children=children,
    )


def controller_of(name: str) -> str:
    """./pages/summary.js and SummaryPageController alike: summary. A name of its own stays as it is."""
    file = name.replace("\\", "/").rsplit("/", 1)[-1]
    if re.search(r"\.(js|ts)$", file):
        return re.sub(r"[^a-z]", "", file.rsplit(".", 1)[0].lower())
    return re.sub(r"(Page)?Controller(Base)?$", "", name).lower() or "page"


def _page(part: Part, at: int) -> Page:
    named = part.name("controller")
    controller = controller_of(named) if named else "page"
    path = address(part.name("path")) or f"/page-{at + 1}"
    links = [_link(one) for one in part.parts("next")]
    page = Page(
        part=part,
        path=path,
        title=part.words("title"),
        section=part.name("section"),
        controller=controller,
        condition=part.name("condition"),
        components=[component(one) for one in part.parts("components") + part.parts("componentsAfter")],
        links=[link for link in links if link.path or link.redirect],
        linked=bool(links),
        repeat=part.part("repeat"),
        repeat_field=part.name("repeatField"),
    )
    page.role = CONTROLLERS.get(controller, PAGE)
    if controller not in CONTROLLERS:
        asks = any(one.kind.endswith(("Field", "Collection")) for one in page.components)
        if controller.endswith("summary") and not asks:
            page.role = SUMMARY
        part.notes.lost(
            part.at("controller"), f"the page was driven by code of its own ({named}): it is an ordinary page here"
        )
    if not named and not page.components and path in ("/summary", "/check-answers", "/check-your-answers"):
        page.role = SUMMARY
    if page.role is PAGE and not page.components and path == "/status":
        page.role = STATUS
    return page


def _link(part: Part) -> Link:
    found = Link(
        path=address(part.name("path")),
        condition=part.name("condition", "if"),
        redirect=part.name("redirect"),
        at=part.path,
    )
    part.ignore("id")
    part.leave()
    return found


def _by_name(parts: list[Part]) -> dict[str, Part]:
    """Each under its name and its id. The first of a name counts."""
    found: dict[str, Part] = {}
    for part in parts:
        names = [text(part.raw.get(key)).strip() for key in ("name", "id")]
        part.ignore("name", "id")
        for name in names:
            if name:
                found.setdefault(name, part)
    return found


def _sections(parts: list[Part]) -> dict[str, str]:
    """Name or id → title."""
    found = {}
    for part in parts:
        names = [text(part.raw.get(key)).strip() for key in ("name", "id")]
        title = part.words("title")
        part.ignore("name", "id", "hideTitle")
        part.leave()
        for name in names:
            if name:
                found.setdefault(name, title or name)
    return found
