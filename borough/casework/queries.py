"""Which cases an officer works through: queues, with their counts."""

from django.db.models import Count, Max, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone

from borough.forms import queries as forms
from borough.foundations.messages import queries as messages
from borough.foundations.people.models import Membership, Team, User
from borough.foundations.webhooks import queries as webhooks

from .models import Case
from .visibility import visible_to

__all__ = ["QUEUES", "counts", "failed_messages", "numbers_of", "officers", "queue", "states", "teams", "visible_to"]

QUEUES = ("mine", "cases", "unassigned", "late", "find")  # the last holds closed cases too


def queue(name: str, user):
    """The cases of a queue, as far as `user` may see them, ready for a list."""
    cases = visible_to(user).select_related("team", "assignee")
    return cases if name == "find" else cases.filter(_in(user)[name], closed_at=None)


def counts(user) -> dict[str, int]:
    """How many open cases each queue has: one query."""
    each = {name: Count("pk", filter=condition) for name, condition in _in(user).items()}
    return visible_to(user).filter(closed_at=None).aggregate(**each)


def late(today) -> Q:
    """Open cases past their deadline. One that waits for the resident is not late."""
    return Q(due_on__lt=today, paused_on=None, closed_at=None)


def teams(user) -> list[Team]:
    return list(Team.objects.filter(memberships__user=user))


def officers(teams) -> list[User]:
    """Everybody whose work is in these teams, by name."""
    here = User.objects.filter(is_active=True, memberships__team__in=teams)
    return list(here.distinct().order_by("name", "pk").only("name", "email"))


def states(user) -> dict[str, dict]:
    """The services and states of this officer's cases: {slug: {"title", "states": {state: label}}}. One query."""
    found: dict[str, dict] = {}
    rows = visible_to(user).order_by().values_list("slug", "state").annotate(Max("version_id"))
    for slug, state, version in rows:
        form = forms.version(version)
        service = found.setdefault(slug, {"title": form.title, "states": {}})
        known = form.sections["workflow"].states.get(state)
        service["states"][state] = known.label if known else state
    return dict(sorted(found.items(), key=lambda item: item[1]["title"]))


def failed_messages(user):
    """Messages about this officer's cases that nobody got, newest first."""
    return messages.failed().filter(about__in=_names(visible_to(user)))


def deliveries(user):
    """What back offices were told of this officer's cases; of every case for an administrator. No answers are in it."""
    found = webhooks.deliveries()
    return found if user.is_superuser else found.filter(about__in=_names(visible_to(user)))


def deliveries_to_send_again(user):
    """Those that this officer may send again: a manager of the case's team, and administrators."""
    managed = Membership.objects.filter(user=user, role=Membership.Role.MANAGER).values("team")
    found = deliveries(user)
    return found if user.is_superuser else found.filter(about__in=_names(visible_to(user).filter(team__in=managed)))


def _names(cases):
    """As `about` has them."""
    return cases.annotate(name=Concat(Value("case:"), "reference")).values("name")


def _in(user) -> dict[str, Q]:
    return {
        "mine": Q(assignee=user),
        "cases": Q(pk__gt=0),
        "unassigned": Q(assignee=None),
        "late": late(timezone.localdate()),
    }


def numbers_of(slug: str) -> dict[str, int]:
    """{received, answered, open}: how many cases of one service there ever were, for a public page. No duplicates."""
    found = Case.objects.filter(slug=slug, merged_into=None)
    return found.aggregate(
        received=Count("pk"), answered=Count("pk", filter=Q(closed_at__isnull=False)),
        open=Count("pk", filter=Q(closed_at=None)),
    )  # fmt: skip
