"""A case, and the links between cases."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q


class Case(models.Model):
    """Something a resident asked for, worked by a team along its service's workflow.

    `due_on` is kept up to date while the clock runs; while it is paused, resuming moves it. `version` is the definition
    under which the case was last moved: it explains a state that the newest definition no longer has.
    """

    class Priority(models.TextChoices):
        NORMAL = "normal", "Normal"
        HIGH = "high", "High"
        URGENT = "urgent", "Urgent"

    reference = models.CharField(max_length=20, unique=True)
    slug = models.SlugField()  # the service
    title = models.CharField(max_length=300)  # who or what, in a line
    submission = models.OneToOneField(
        "forms.Submission", null=True, blank=True, on_delete=models.PROTECT, related_name="case"
    )
    version = models.ForeignKey("forms.DefinitionVersion", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="cases")
    postcode = models.CharField(max_length=8, blank=True)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, related_name="cases")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="cases"
    )
    state = models.CharField(max_length=60)
    fields = models.JSONField(default=dict, blank=True)  # what officers answered on the way, by field name
    priority = models.CharField(max_length=10, choices=Priority.choices, default=Priority.NORMAL)
    restricted = models.BooleanField(default=False)  # own staff, councillors: managers and the assignee only
    restricted_because = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    paused_on = models.DateField(null=True, blank=True)  # the clock stands still since
    answered_at = models.DateTimeField(null=True, blank=True)  # the resident wrote, and no officer has acted since
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=60, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="duplicates")
    erased_at = models.DateTimeField(null=True, blank=True)  # what it said is gone; that it was, stays countable
    revision = models.PositiveIntegerField(default=1)  # one higher with every change: a stale form is told so
    search = SearchVectorField(null=True, editable=False)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="closed_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(closed_at__isnull=False), name="merged_is_closed"
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")), name="not_merged_into_itself"
            ),
            models.CheckConstraint(
                condition=Q(paused_on__isnull=True) | Q(closed_at__isnull=True), name="paused_only_when_open"
            ),
            models.CheckConstraint(
                condition=Q(restricted=False) | ~Q(restricted_because=""), name="restricted_with_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")), name="closed_after_opened"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(postcode="", search__isnull=True), name="erased_says_nothing"
            ),
            models.CheckConstraint(condition=Q(priority__in=["normal", "high", "urgent"]), name="known_priority"),
        ]
        indexes = [
            GinIndex(fields=["search"], name="case_search"),
            models.Index(fields=["team", "due_on"], condition=Q(closed_at__isnull=True), name="case_open_by_team"),
            models.Index(fields=["assignee"], condition=Q(closed_at__isnull=True), name="case_open_by_assignee"),
            models.Index(fields=["slug", "state"], name="case_by_state"),
        ]

    def __str__(self):
        return self.reference

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def about(self) -> str:
        """How messages and documents name this case."""
        return f"case:{self.reference}"


class CaseLink(models.Model):
    """Two cases that belong together, the older one first."""

    class Kind(models.TextChoices):
        RELATED = "related", "Related"
        HOUSEHOLD = "household", "Same household"
        APPEAL = "appeal", "Asks us to look again"

    a = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    b = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.RELATED)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="link_joins_two_cases"),
            models.UniqueConstraint(fields=["a", "b"], name="linked_once"),
        ]

    def __str__(self):
        return f"{self.a} and {self.b}"
