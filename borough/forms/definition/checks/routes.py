"""Whether every page can be come to, and everybody can finish."""

from .located import Flow, flows

Ways = list[list[tuple[int, str]]]


def check(service):
    for flow in flows(service):
        ways = follows(flow)
        yield from _ways_on(flow)
        yield from _unreachable(flow, ways)
        yield from _dead_ends(flow, ways)
        yield from _circles(flow, ways)


def follows(flow: Flow) -> Ways:
    """For each page, the places it can lead to: (position among its `next`, -1 for the page below; name)."""
    places = []
    for at, (_, page) in enumerate(flow.pages):
        ways = [(i, next.go) for i, next in enumerate(page.next)]
        if not any(next.when is None for next in page.next):
            below = flow.pages[at + 1][1].name if at + 1 < len(flow.pages) else flow.onward
            ways.append((-1, below))
        places.append(ways if page.when or not page.end else [])
    return places


def _ways_on(flow):
    for path, page in flow.pages:
        if page.end and page.next:
            yield (*path, "next"), "the journey ends here, so there is no next page: take `end` or `next` away"
        taken = False  # by a line without a condition
        for i, next in enumerate(page.next):
            here = (*path, "next", i)
            if next.go != flow.onward and next.go not in flow.position:
                where = f" among the pages repeated for each {flow.within.repeat.row}" if flow.within else ""
                where = where or (f" in the section “{flow.section.name}”" if flow.section else "")
                yield (*here, "go"), f"there is no page “{next.go}”{where}"
            if taken:
                yield here, "nobody can come here: the line above has no `when`, so it always goes first"
            taken = taken or next.when is None


def _unreachable(flow, ways):
    reached = reachable(flow, ways)
    for at, (path, page) in enumerate(flow.pages):
        if at not in reached:
            yield (*path, "name"), f"no page leads to “{page.name}”"


def reachable(flow, ways) -> set[int]:
    """The pages that some way leads to from the first."""
    reached, todo = set(), [0]
    while todo:
        at = todo.pop()
        if at not in reached:
            reached.add(at)
            todo += [flow.position[name] for _, name in ways[at] if name in flow.position]
    return reached


def _dead_ends(flow, ways):
    ends = {page.name for _, page in flow.pages if page.end}
    reached, finishing = reachable(flow, ways), _finishing(flow, ways, ends | {flow.onward})
    for at, (path, page) in enumerate(flow.pages):
        if at in reached and at not in finishing and not page.end:
            yield (*path, "name"), f"“{page.name}” is a dead end: nobody who comes here can finish, nor is told why"
    if 0 not in _finishing(flow, ways, {flow.onward}):
        yield flow.pages[0][0][:-1], f"nobody can finish this form: no page leads to {flow.onward}"


def _finishing(flow, ways, at_last: set[str]) -> set[int]:
    """The pages from which some way leads to one of these."""
    before: dict[str, list[int]] = {}
    for at, places in enumerate(ways):
        for _, name in places:
            before.setdefault(name, []).append(at)
    found, todo = set(), list(at_last)
    while todo:
        for at in before.get(todo.pop(), ()):
            if at not in found:
                found.add(at)
                todo.append(flow.pages[at][1].name)
    return found


def _circles(flow, ways):
    """Depth first, without recursion: a page met again while it is still open closes a circle."""
    open_, done = {0}, set()
    stack = [(0, iter(ways[0]))]
    while stack:
        at, rest = stack[-1]
        step = next(rest, None)
        if step is None:
            open_.discard(at)
            done.add(at)
            stack.pop()
            continue
        i, name = step
        there = flow.position.get(name)
        path, page = flow.pages[at]
        if there in open_:
            where = (*path, "next", i) if i >= 0 else path
            yield where, f"the pages go round in a circle: “{page.name}” leads back to “{name}”"
        elif there is not None and there not in done:
            open_.add(there)
            stack.append((there, iter(ways[there])))
