"""Whether every page can be come to, and everybody can finish."""

from ..form import CHECK_ANSWERS


def check(service):
    position = {page.name: at for at, page in enumerate(service.pages)}
    ways = follows(service)
    yield from _ways_on(service, position)
    yield from _unreachable(service, position, ways)
    yield from _dead_ends(service, position, ways)
    yield from _circles(service, position, ways)


def follows(service) -> list[list[tuple[int, str]]]:
    """For each page, the places it can lead to: (position among its `next`, -1 for the page below; name)."""
    places = []
    for at, page in enumerate(service.pages):
        ways = [(i, next.go) for i, next in enumerate(page.next)]
        if not any(next.when is None for next in page.next):
            below = service.pages[at + 1].name if at + 1 < len(service.pages) else CHECK_ANSWERS
            ways.append((-1, below))
        places.append([] if page.end else ways)
    return places


def _ways_on(service, position):
    for at, page in enumerate(service.pages):
        if page.end and page.next:
            yield ("pages", at, "next"), "the journey ends here, so there is no next page: take `end` or `next` away"
        taken = False  # by a line without a condition
        for i, next in enumerate(page.next):
            here = ("pages", at, "next", i)
            if next.go != CHECK_ANSWERS and next.go not in position:
                yield (*here, "go"), f"there is no page “{next.go}”"
            if taken:
                yield here, "nobody can come here: the line above has no `when`, so it always goes first"
            taken = taken or next.when is None


def _unreachable(service, position, ways):
    reached = reachable(position, ways)
    for at, page in enumerate(service.pages):
        if at not in reached:
            yield ("pages", at, "name"), f"no page leads to “{page.name}”"


def reachable(position, ways) -> set[int]:
    """The pages that some way leads to from the first."""
    reached, todo = set(), [0]
    while todo:
        at = todo.pop()
        if at not in reached:
            reached.add(at)
            todo += [position[name] for _, name in ways[at] if name in position]
    return reached


def _dead_ends(service, position, ways):
    reached, finishing = reachable(position, ways), _finishing(service, ways)
    for at, page in enumerate(service.pages):
        if at in reached and at not in finishing and not page.end:
            message = f"“{page.name}” is a dead end: nobody who comes here can finish. If it should be, add `end: true`"
            yield ("pages", at, "name"), message
    if 0 not in finishing:
        yield ("pages",), "nobody can finish this form: no page leads to check-answers"


def _finishing(service, ways) -> set[int]:
    """The pages from which some way leads to check answers."""
    before: dict[str, list[int]] = {}
    for at, places in enumerate(ways):
        for _, name in places:
            before.setdefault(name, []).append(at)
    found, todo = set(), [CHECK_ANSWERS]
    while todo:
        for at in before.get(todo.pop(), ()):
            if at not in found:
                found.add(at)
                todo.append(service.pages[at].name)
    return found


def _circles(service, position, ways):
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
        there = position.get(name)
        if there in open_:
            path = ("pages", at, "next", i) if i >= 0 else ("pages", at)
            yield path, f"the pages go round in a circle: “{service.pages[at].name}” leads back to “{name}”"
        elif there is not None and there not in done:
            open_.add(there)
            stack.append((there, iter(ways[there])))
