"""A page that somebody is on, and the answers it belongs to: the form's own, or one entry's of a repeated group."""

from django.http import Http404

from ..answers import nth
from ..definition.form import CHECK_ANSWERS, TASKS, CompiledPage, Route
from .place import Place


class Where:
    """`key` is the entry's where the page is one of a repeated group."""

    def __init__(self, place: Place, page: CompiledPage, key: str = ""):
        self.place, self.page, self.key = place, page, key
        self.prefilled: dict = {}  # what an account knew: field → text
        self.form, self.group = place.form, page.within
        self.today = place.today
        self.base = place.base + (f"{self.group.page}/{key}/" if self.group else "")

    @classmethod
    def at(cls, place: Place, name: str, key: int | None = None, inner: str = "") -> "Where":
        """The page of this name; with a key, the page `inner` of an entry of the group there. Raises Http404."""
        page = place.form.pages.get(name)
        if key is None:
            found = page
        else:
            found = page.group.flow.pages.get(inner) if page and page.group and len(str(key)) <= 15 else None
        if found is None:
            raise Http404(inner or name)
        return cls(place, found, "" if key is None else str(key))

    @property
    def path(self) -> str:
        """Where it is, from the form's own address."""
        return self.address(self.page.name).removeprefix(self.place.base)

    @property
    def within(self) -> tuple[str, str] | None:
        return (self.group.name, self.key) if self.group else None

    @property
    def which(self) -> str:
        """Which entry it is, in words: “Child 2”."""
        keys = list(self.group.counted(self.place.answers, self.place.route.logic))
        return nth(self.group, keys.index(self.key) + 1 if self.key in keys else len(keys) + 1)

    @property
    def answers(self) -> dict:
        return self.group.entries(self.place.answers).get(self.key, {}) if self.group else self.place.answers

    @property
    def route(self) -> Route:
        if self.group:
            return self.group.route(self.answers, self.today, self.place.route.logic)
        return self.place.route

    @property
    def hidden(self) -> frozenset[int]:
        return self.page.hidden(self.answers, self.route.logic, self.today) if self.page.varies else frozenset()

    @property
    def allowed(self) -> bool:
        """Whether the answers so far lead here."""
        if not self.group:
            return self.route.reaches(self.page.name)
        if not self.place.route.reaches(self.group.page):
            return False
        if self.key not in self.group.counted(self.place.answers, self.place.route.logic):  # one more, not yet begun
            return self.page is self.group.flow.first and not self.group.full(self.place.answers)
        return self.route.reaches(self.page.name)

    @property
    def opening(self) -> bool:
        """Whether a journey may begin here."""
        if self.group:
            return self.page is self.group.flow.first and self.group.page == self.form.first.name
        return self.page.name in self.form.openings

    def address(self, name: str) -> str:
        return self.base + name

    @property
    def onward(self) -> str:
        """Where the flow leads that this page is in."""
        if self.group:
            return self.place.base + self.group.page
        return self.place.base + (TASKS if self.form.service.task_list else CHECK_ANSWERS)

    def next(self, *, changing: bool) -> str:
        """The address of what comes after this page, its answers being kept."""
        route = self.route.part(self.page.name)
        if not changing and (after := route.after(self.page.name)):
            return self.address(after.name)
        if not changing and route.reaches(self.page.name):
            return self.onward
        if route.wanted:
            return self.address(route.wanted.name) + "?change"
        return self.address(route.pages[-1].name) if route.ended else self.place.base + CHECK_ANSWERS

    @property
    def before(self) -> str:
        """The address of what comes before it."""
        page = self.route.before(self.page.name)
        if page:
            return self.address(page.name)
        if self.group and self.group.entries(self.place.answers):
            return self.onward
        if self.group:  # the list is empty, and would lead here again
            page = self.place.route.before(self.group.page)
            if page:
                return self.place.base + page.name
        if self.form.service.task_list:
            return self.place.base + TASKS
        return self.place.start

    def begin(self, answers: dict):
        self.place.begin({self.group.name: {self.key: answers}} if self.group else answers)

    def save(self, answers: dict, none=()) -> bool:
        """Keep these answers, and that there are no files for `none`. False if the journey was sent meanwhile."""
        if not self.place.save(answers, self.within, none):
            return False
        kept = dict.fromkeys(none) | self.answers | answers
        if self.group:
            kept = {self.group.name: self.group.entries(self.place.answers) | {self.key: kept}}
        self.place.answers = self.place.answers | kept
        return True
