"""Links between pages as our order: forward only, every page reached, everybody able to finish."""

from dataclasses import dataclass, field

from .conditions import Conditions
from .logic import negated, settled, written
from .outline import END, START, STATUS, SUMMARY, Link, Outline, Page
from .saying import Saying, whole_of

CHECK = "check-answers"
MOST_ROUNDS = 12


@dataclass
class Node:
    """A page of ours. `links` are (tree or None, path or CHECK, where it stood); `when` the page's own condition."""

    page: Page
    name: str
    items: list[dict]
    links: list[tuple[object, str, str]] = field(default_factory=list)
    when: object = None
    end: bool = False
    earlier: set[str] = field(default_factory=set)  # paths of the pages that may have been answered by then

    @property
    def asks(self) -> bool:
        return any(item["type"] not in ("content", "summary") for item in self.items)


def nodes_in_order(form: Outline, nodes: dict[str, Node], conditions: Conditions, saying: Saying) -> list[Node]:
    """Our pages, first to last, their links settled in our words. `nodes` is path → Node for pages that are shown."""
    if form.linear:
        return _linear(form, nodes, conditions, saying)
    return _Linked(form, nodes, conditions, saying).order()


def _linear(form, nodes, conditions, saying):
    kept, earlier = [], set()
    for node in nodes.values():
        node.earlier = set(earlier)
        tree = True
        if node.page.condition:
            tree = settled(conditions.of(node.page.condition, node.page.part.at("condition")),
                           lambda test, node=node: saying.say(test, node.earlier))  # fmt: skip
        if tree is False:
            form.notes.lost(node.page.at, f"nobody can come to “{node.name}”, so it is left out", node.page.part.raw)
            continue
        node.when = None if tree is True else written(tree)
        node.end = node.page.role == END
        if node.end and node.when is None and node is not list(nodes.values())[-1]:
            form.notes.lost(node.page.at, "the form would stop here for everybody: it goes on")
            node.end = False
        kept.append(node)
        earlier.add(node.page.path)
    if kept and all(node.end for node in kept):
        kept[0].end = False
    return kept


class _Linked:
    def __init__(self, form: Outline, nodes: dict[str, Node], conditions: Conditions, saying: Saying):
        self.form, self.nodes, self.conditions, self.saying = form, nodes, conditions, saying
        self.notes = form.notes
        self.pages = {page.path: page for page in reversed(form.pages)}

    def order(self) -> list[Node]:
        first = self._first()
        if first is None:
            return []
        for node in self.nodes.values():
            node.links = [link for one in node.page.links for link in self._link(one)]
        self._cut_circles(first)
        for _ in range(MOST_ROUNDS):
            reached = self._reached(first)
            self._see_earlier(first, reached)
            changed = [self._settle(self.nodes[path]) for path in reached]  # each of them, whatever the others did
            if not any(changed):
                break
        reached = self._reached(first)
        for path, node in self.nodes.items():
            if path not in reached:
                self.notes.lost(node.page.at, f"no page leads to “{node.name}”, so it is left out", node.page.part.raw)
        self._finish(first, reached)
        reached = self._reached(first)
        return [self.nodes[path] for path in self._in_order(first, reached)]

    # --- the first page
    def _first(self) -> str | None:
        start = self.form.start
        if start not in self.pages:
            start = next((page.path for page in self.form.pages if page.role == START), None)
        if start is None and self.form.pages:
            led_to = {link.path for page in self.form.pages for link in page.links}
            start = next((page.path for page in self.form.pages if page.path not in led_to), self.form.pages[0].path)
        for _ in range(len(self.pages) + 1):
            if start in self.nodes:
                return start
            page = self.pages.get(start)
            if page is None:
                break
            start = next((link.path for link in page.links if link.path in self.pages), None)
        return next(iter(self.nodes), None)

    # --- links
    def _link(self, link: Link):
        tree = True
        if link.condition:
            tree = self.conditions.of(link.condition, f"{link.at}.condition")
        if link.redirect and not link.path:
            self.notes.lost(link.at, "the form led to another website here", link.redirect)
            return
        target, seen = link.path, set()
        while target in self.pages and target not in self.nodes and target not in seen:
            seen.add(target)
            page = self.pages[target]
            if page.role in (SUMMARY, STATUS):
                yield tree, CHECK, link.at
                return
            target = page.links[0].path if page.links else CHECK  # a start page in the middle
        if target in self.nodes:
            yield tree, target, link.at
        elif target == CHECK or target.rstrip("/").endswith(("summary", "check-answers", "status", "confirmation")):
            yield tree, CHECK, link.at
        else:
            self.notes.lost(link.at, f"there is no page “{link.path}”, so this way is left out")

    def _cut_circles(self, first):
        """Ways back to a page that led here are left out: what was answered there can be changed at the end."""
        open_, done = {first}, set()
        stack = [(first, iter(list(self.nodes[first].links)))]
        while stack:
            path, rest = stack[-1]
            link = next(rest, None)
            if link is None:
                open_.discard(path)
                done.add(path)
                stack.pop()
            elif link[1] in open_:
                self.nodes[path].links.remove(link)
                self.notes.lost(
                    link[2], f"this leads back to “{self.nodes[link[1]].name}”: here people change answers at the end"
                )
            elif link[1] in self.nodes and link[1] not in done:
                open_.add(link[1])
                stack.append((link[1], iter(list(self.nodes[link[1]].links))))

    def _reached(self, first) -> list[str]:
        reached, todo = [], [first]
        seen = set()
        while todo:
            path = todo.pop()
            if path in seen:
                continue
            seen.add(path)
            reached.append(path)
            todo += [target for _, target, _ in self.nodes[path].links if target in self.nodes]
        return reached

    def _see_earlier(self, first, reached):
        before: dict[str, set[str]] = {path: set() for path in reached}
        for path in reached:
            for _, target, _ in self.nodes[path].links:
                if target in before:
                    before[target].add(path)
        for path in reached:
            found, todo = set(), [path]
            while todo:
                for one in before[todo.pop()]:
                    if one not in found:
                        found.add(one)
                        todo.append(one)
            self.nodes[path].earlier = found

    def _settle(self, node) -> bool:
        """Put its links in our words. Whether that took any of them away."""
        earlier = node.earlier | {node.page.path}
        kept, rest, default = [], [], None
        for tree, target, at in node.links:
            said = settled(tree, lambda test: self.saying.say(test, earlier)) if not isinstance(tree, str) else tree
            if said is False:
                continue
            if said is True:
                if default is None:
                    default = (True, target, at)
                else:
                    self.notes.lost(at, "another way always goes first, so this one is left out")
                continue
            rest.append((tree, said if isinstance(said, str) else written(said), target, at))
        seen = set()
        for tree, words, target, at in rest:
            if words in seen:
                self.notes.lost(at, "another way with the same condition goes first, so this one is left out")
                continue
            seen.add(words)
            kept.append((tree, target, at))
        after = kept + ([default] if default else [])
        changed = [link[1:] for link in after] != [link[1:] for link in node.links]
        node.links = after
        return changed

    # --- the end
    def _finish(self, first, reached):
        for path in reached:
            node = self.nodes[path]
            node.end = node.page.role == END and not node.asks
            if node.page.role == END and node.asks:
                self.notes.lost(node.page.at, "the form stopped on a page with questions: it goes on to check answers")
            if node.end:
                node.links = []
            elif not node.links and not node.asks and path != first:
                node.end = True
            elif not node.links:
                node.links = [(True, CHECK, node.page.at)]
        for path in reached:
            self._complete(self.nodes[path])
        for open_up in (lambda node: not node.page.part.raw.get("controller"), lambda node: True):
            if self._can_finish(first):
                return
            for path in self._reached(first):
                node = self.nodes[path]
                if node.end and open_up(node):
                    node.end, node.links = False, [(None, CHECK, node.page.at)]

    def _can_finish(self, first):
        return any(target == CHECK for path in self._reached(first) for _, target, _ in self.nodes[path].links)

    def _complete(self, node):
        """Its links in our words, the last without a condition where one of them always holds, or where none may."""
        earlier = node.earlier | {node.page.path}
        said = []
        for tree, target, at in node.links:
            found = settled(tree, lambda test: self.saying.say(test, earlier))
            said.append((None if found is True else written(found), target, at, found))
        if said and all(words is not None for words, *_ in said):
            if self._always_one({words for words, *_ in said}, [found for *_, found in said]):
                said[-1] = (None, *said[-1][1:])
            else:
                self.notes.lost(node.page.at, "it was not said where to go when no condition holds: check answers")
                said.append((None, CHECK, node.page.at, True))
        while len(said) > 1 and said[-1][0] is None and said[-2][1] == said[-1][1]:
            said.pop(-2)  # both lead to the same page
        node.links = [(words, target, at) for words, target, at, _ in said]

    def _always_one(self, words: set[str], trees) -> bool:
        if any(negated(one) in trees for one in trees):
            return True
        written_out = set()
        for one in words:
            written_out |= _each(one)
        for asked in (one for several in self.saying.found.values() for one in several):
            every = whole_of(asked)
            if every and set(every) <= written_out:
                return True
        return False

    def _in_order(self, first, reached) -> list[str]:
        """Each page after all that lead to it; else as they stood in the file."""
        position = {path: at for at, path in enumerate(self.nodes)}
        waiting = dict.fromkeys(reached, 0)
        for path in reached:
            for target in {target for _, target, _ in self.nodes[path].links if target in waiting}:
                waiting[target] += 1
        ready, order = [first], []
        while ready:
            ready.sort(key=position.get)
            path = ready.pop(0)
            order.append(path)
            for target in {target for _, target, _ in self.nodes[path].links if target in waiting}:
                waiting[target] -= 1
                if waiting[target] == 0:
                    ready.append(target)
        return order


def _each(words: str) -> set[str]:
    """a in ["x", "y"] as its two; `a is "x" or a is "y"` likewise."""
    import re

    if found := re.fullmatch(r"([a-z][a-z0-9_]*) in \[(.*)\]", words):
        return {f"{found[1]} is {value.strip()}" for value in found[2].split(",")}
    return set(words.split(" or ")) if " and " not in words and "(" not in words else {words}


__all__ = ["CHECK", "Node", "nodes_in_order"]
