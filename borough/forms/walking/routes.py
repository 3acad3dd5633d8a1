"""Few ways through a form that together take every branch. Pure: no pages are asked for here.

A form is explored once as a graph: its nodes are pages together with the answers that still matter from there on, its
edges what was typed. A walk is a path through it.
"""

import datetime
import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..definition import conditions
from ..definition.flow import CompiledPage, Flow, Group, Route
from ..definition.form import Form
from ..reading import clean
from .typings import behind, combinations, interest

MOST_NODES = 20_000
Way = tuple[str, str]  # from a page to another; ("", page) is having been there
Node = tuple[str, tuple]  # a page's name, and the answers that matter from there on
STOPPED = object()  # what was entered into a group stops the journey there


@dataclass(frozen=True)
class Entries:
    """What to enter into a repeated group: the steps of each entry."""

    each: tuple[tuple, ...]


@dataclass(frozen=True)
class Walk:
    """One way through: (page name, what to type) in order, and whether it ends in sending."""

    steps: tuple
    sends: bool
    ways: frozenset[Way]
    answers: dict = field(compare=False, default_factory=dict)


@dataclass(frozen=True)
class Edge:
    """What was typed on a node's page. `to` is the next node; else `end` is the page it ends on, None for sending."""

    node: Node
    typed: object
    answers: dict
    ways: frozenset[Way]
    to: Node | None
    end: object = None


@dataclass(frozen=True)
class Walker:
    """What exploring needs to know of the form. `needs`: page → the answers that conditions from there on look at."""

    interest: dict[str, list]
    needs: dict[str, frozenset[str]]
    today: datetime.date


def plan(form: Form, today: datetime.date) -> tuple[list[Walk], set[Way]]:
    """Few walks that together take every way out of every page; and the ways that no answers we could think of take."""
    walker = Walker(interest(form, today), _needs(form), today)
    wanted = {way for page in form.every for way in _ways(page)}
    return _walks(walker, lambda answers: form.route(answers, today), wanted)


def _ways(page: CompiledPage) -> set[Way]:
    """That one comes to it, and every way on from it."""
    ways = {("", page.name)}
    if page.end:
        return ways
    ways |= {(page.name, go) for _, go in page.branches}
    if all(holds is not None for holds, _ in page.branches):
        ways.add((page.name, page.follows))
    return ways


def _needs(form: Form) -> dict[str, frozenset[str]]:
    """For each page, the questions that it or a page after it asks about, groups among them."""
    found: dict[str, frozenset[str]] = {}
    after: frozenset[str] = frozenset()
    for section, flow in reversed(form.flows):
        _needed(form, flow, after, found)
        looked_at = _looked_at(form, [section.when] if section and section.when else [])
        after = after.union(looked_at, *(found[name] for name in flow.pages))
    return found


def _needed(form, flow: Flow, after: frozenset[str], found: dict) -> None:
    own = {page.name: _own(form, page, found) for page in flow.pages.values()}
    found |= own
    growing = True
    while growing:  # against the order of the pages once is nearly always enough
        growing = False
        for page in reversed(flow.pages.values()):
            nexts = [go for _, go in page.branches] + [page.follows]
            whole = own[page.name].union(*(found[go] if go in flow.pages else after for go in nexts))
            growing = growing or whole != found[page.name]
            found[page.name] = whole


def _own(form, page, found) -> frozenset[str]:
    names = _looked_at(form, page.conditions)
    if not page.group:
        return names
    _needed(form, page.group.flow, frozenset(), found)
    inner = frozenset().union(*(found[name] for name in page.group.flow.pages))
    return names | inner | {name for name in (page.group.times, page.group.name) if name}


def _looked_at(form, texts) -> frozenset[str]:
    names = {name for text in texts for name in conditions.names(conditions.parse(text))}
    found = {question for name in names for question in behind(form, name)}
    groups = {name for name, group in form.groups.items() if found & group.questions.keys()}
    return frozenset(found | groups)


# --- the graph
def _walks(walker: Walker, route: Callable[[dict], Route], wanted: set[Way]) -> tuple[list[Walk], set[Way]]:
    """Walks that take all the wanted ways that can be taken, and those that cannot."""
    start = route({})
    first = start.pages[0] if start.pages else None
    if first is None or first.end:
        steps = ((first.name, None),) if first else ()
        return [Walk(steps, first is None, frozenset({("", first.name)} if first else ()))], wanted - {
            ("", first.name) if first else ()
        }
    edges = list(_edges(walker, route, first))
    return _cover((first.name, ()), edges, wanted)


def _edges(walker: Walker, route, first: CompiledPage) -> Iterator[Edge]:
    start: Node = (first.name, ())
    seen, waiting = {start}, [(start, first, {})]
    while waiting and len(seen) < MOST_NODES:
        node, page, answers = waiting.pop()
        for typed, more, inner in _answers(walker, page, answers, route(answers)):
            after = answers | more
            here = route(after)
            been = inner | {("", page.name)}
            if here.wanted is page:
                yield Edge(node, typed, more, been, None, STOPPED)
                continue
            went = been | {(page.name, page.go(here.logic, walker.today))}
            on = _on(here, page)
            if on is None or on.end:
                yield Edge(node, typed, more, went | ({("", on.name)} if on else set()), None, on and on.name)
                continue
            matter = walker.needs[on.name]
            to = (on.name, tuple(sorted((name, repr(value)) for name, value in after.items() if name in matter)))
            yield Edge(node, typed, more, went, to)
            if to not in seen:
                seen.add(to)
                waiting.append((to, on, after))


def _on(route: Route, page: CompiledPage) -> CompiledPage | None:
    """The page after this one; after the last of a section, the first of the next. None where all are done."""
    if after := route.after(page.name):
        return after
    passed = [part for _, part in route.sections]
    rest = passed[passed.index(route.part(page.name)) + 1 :] if passed else []
    return next((part.pages[0] for part in rest if part.pages), None)


def _cover(start: Node, edges: list[Edge], wanted: set[Way]) -> tuple[list[Walk], set[Way]]:
    """For each way not yet taken, a path to an edge that takes it, and on from there to an end."""
    to, onward = _to_each(start, edges), _onward(edges)
    taking: dict[Way, Edge] = {}
    for edge in edges:
        if edge.to is None or edge.to in onward:
            for way in edge.ways:
                taking.setdefault(way, edge)
    chosen, covered = [], set()
    for way in sorted(wanted, key=lambda way: -len(to.get(taking[way].node, ())) if way in taking else 0):
        if way in taking and way not in covered:
            walk = _walk(to, taking[way], onward)
            chosen.append(walk)
            covered |= walk.ways
    return chosen, wanted - covered


def _to_each(start: Node, edges) -> dict[Node, list[Edge]]:
    """The shortest path to each node."""
    leaving: dict[Node, list[Edge]] = {}
    for edge in edges:
        leaving.setdefault(edge.node, []).append(edge)
    found, waiting = {start: []}, deque([start])
    while waiting:
        node = waiting.popleft()
        for edge in leaving.get(node, ()):
            if edge.to is not None and edge.to not in found:
                found[edge.to] = [*found[node], edge]
                waiting.append(edge.to)
    return found


def _onward(edges) -> dict[Node, Edge]:
    """The edge to take from each node to come to an end: to sending, where that can be come to."""
    coming: dict[Node, list[Edge]] = {}
    for edge in edges:
        if edge.to is not None:
            coming.setdefault(edge.to, []).append(edge)
    found: dict[Node, Edge] = {}
    sending = [edge for edge in edges if edge.to is None and edge.end is None]
    others = [edge for edge in edges if edge.to is None and edge.end is not None]
    for last in (sending, others):
        waiting = deque(last)
        while waiting:
            edge = waiting.popleft()
            if edge.node not in found:
                found[edge.node] = edge
                waiting.extend(coming.get(edge.node, ()))
    return found


def _walk(to, edge: Edge, onward) -> Walk:
    path = [*to[edge.node], edge]
    while path[-1].to is not None:
        path.append(onward[path[-1].to])
    steps = [(one.node[0], one.typed) for one in path]
    end, answers = path[-1].end, {}
    for one in path:
        answers |= one.answers
    if isinstance(end, str):
        steps.append((end, None))
    return Walk(tuple(steps), end is None, frozenset().union(*(one.ways for one in path)), answers)


# --- one page
def _answers(walker: Walker, page: CompiledPage, answers: dict, route: Route):
    """(what to type, the answers it gives, ways taken within) for each thing worth trying on this page."""
    if page.group:
        yield from _entries(walker, page.group, route)
        return
    hidden = page.hidden(answers, route.logic, walker.today)
    blank = {f: [] if q.template == "checkboxes" else "" for q in page.questions.values() for f in q.fields()}
    for typed in combinations(page.shown(hidden), walker.interest, walker.today):
        cleaned, errors = clean(page, blank | typed, walker.today, {}, hidden)
        if not errors:
            yield _frozen(typed), cleaned, frozenset()


def _entries(walker: Walker, group: Group, route: Route):
    """Entries that together take every way within the group, in as few visits as hold them; and none, where none do."""
    wanted = {way for page in group.flow.every for way in _ways(page)}
    walks, _ = _walks(walker, lambda entry: group.route(entry, walker.today, route.logic), wanted)
    whole = [walk for walk in walks if walk.sends]
    size = group.wanted(route.logic) if group.times else min(max(group.least, len(whole)), group.most)
    if (not group.times and not group.least) or not size:
        yield Entries(()), {group.name: {}, group.more.name: "no"}, frozenset()
    for at in range(0, len(whole), size or 1):
        if size:
            yield _visit(group, list(itertools.islice(itertools.cycle(whole[at : at + size]), size)))
    for walk in walks:
        if not walk.sends:
            yield _visit(group, [walk])


def _visit(group, walks):
    kept = {str(at): walk.answers for at, walk in enumerate(walks, 1)}
    ways = frozenset(way for walk in walks for way in walk.ways)
    return Entries(tuple(walk.steps for walk in walks)), {group.name: kept, group.more.name: "no"}, ways


def _frozen(typed: dict):
    return tuple(
        (field, tuple(map(_hashable, value)) if isinstance(value, list) else value) for field, value in typed.items()
    )


def _hashable(value):
    return tuple(value.items()) if isinstance(value, dict) else value
