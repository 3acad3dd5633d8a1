"""What an officer narrows a list to, how it is sorted, and how that stays from page to page."""

from dataclasses import asdict, dataclass, fields, replace
from urllib.parse import urlencode

from django.db.models import Case as When_
from django.db.models import F, IntegerField, Q, Value, When

from borough.forms.questions.base import tidy

from . import deadlines
from .models import Case
from .queries import late
from .searching import matching

SORTS = {
    "next": "What is next",  # urgent first, then by deadline
    "due": "Due",
    "opened": "Opened",
    "reference": "Reference",
    "title": "Who",
    "slug": "Service",
    "assignee__name": "With",
}
_RANK = When_(
    When(priority="urgent", then=0), When(priority="high", then=1), default=Value(2), output_field=IntegerField()
)


@dataclass(frozen=True)
class Filters:
    """Each is empty unless chosen. `state` is "service:state"; `assignee` a user's number or "nobody"."""

    q: str = ""
    service: str = ""
    state: str = ""
    assignee: str = ""
    team: str = ""
    priority: str = ""
    clock: str = ""  # late, nearly, paused, answered
    sort: str = ""

    @classmethod
    def read(cls, data) -> "Filters":
        """From a query string or what the session kept. Anything unknown in it is passed over."""
        return cls(**{field.name: tidy(str(data.get(field.name, "")))[:200] for field in fields(cls)})

    @property
    def any(self) -> bool:
        return any(value for name, value in asdict(self).items() if name != "sort")

    def kept(self) -> dict[str, str]:
        return {name: value for name, value in asdict(self).items() if value}

    def query(self, **changes) -> str:
        return urlencode(replace(self, **changes).kept())

    def sort_link(self, column: str) -> str:
        return self.query(sort=f"-{column}" if self.sort == column else column)

    def sorted_by(self, column: str) -> str:
        """For aria-sort: ascending, descending or none."""
        return {column: "ascending", f"-{column}": "descending"}.get(self.sort, "none")

    def apply(self, cases, today):
        """`cases` narrowed and sorted."""
        for narrow in (self._words(), self._where(), self._clock(today)):
            cases = cases.filter(narrow)
        return cases.annotate(rank=_RANK).order_by(*self._order())

    def _words(self) -> Q:
        return matching(self.q) if self.q else Q()

    def _where(self) -> Q:
        service, _, state = self.state.partition(":")
        found = Q(slug=service, state=state) if state else Q()
        found &= Q(slug=self.service) if self.service else Q()
        found &= Q(team__slug=self.team) if self.team else Q()
        found &= Q(priority=self.priority) if self.priority in Case.Priority.values else Q()
        if self.assignee == "nobody":
            found &= Q(assignee=None)
        elif self.assignee:
            found &= Q(assignee=self.assignee) if _is_number(self.assignee) else Q(pk__in=[])
        return found

    def _clock(self, today) -> Q:
        soon = deadlines.add_working_days(today, deadlines.NEARLY)
        return {
            "late": late(today),
            "nearly": Q(due_on__range=(today, soon), paused_on=None, closed_at=None),
            "paused": Q(paused_on__isnull=False),
            "answered": Q(answered_at__isnull=False),
        }.get(self.clock, Q())

    def _order(self):
        column = self.sort.removeprefix("-")
        if column not in SORTS or column == "next":
            waits = F("paused_on").asc(nulls_first=True)  # what runs comes before what waits for somebody else
            return [F("closed_at").desc(nulls_first=True), waits, "rank", F("due_on").asc(nulls_last=True), "pk"]
        name = {"due": "due_on", "opened": "opened_at"}.get(column, column)
        way = F(name).desc(nulls_last=True) if self.sort.startswith("-") else F(name).asc(nulls_last=True)
        return [way, "pk"]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 12
