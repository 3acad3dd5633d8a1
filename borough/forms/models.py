"""Versions of services, journeys through them, and what was sent."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from borough.foundations.people.models import Organisation, Person, User

from .fields import OrderedJSONField


class DefinitionVersion(models.Model):
    """One content of a service.yaml, checked before it was kept. Journeys stay pinned to the one they began on."""

    slug = models.SlugField(max_length=60)
    hash = models.CharField(max_length=64)  # SHA-256 of the content
    data = OrderedJSONField()
    source = models.TextField()  # the file as written, comments and all
    catalogues = models.JSONField(default=dict)  # language → its file as written
    translations = OrderedJSONField(default=dict)  # language → place → words
    first_seen_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)  # since then nobody goes on with it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slug", "hash"], name="version_once")]

    def __str__(self):
        return f"{self.slug} {self.hash[:8]}"


class Publication(models.Model):
    """From `live_from` on, new journeys use this version, until a later publication. The future is a schedule."""

    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="publications")
    slug = models.SlugField(max_length=60)
    live_from = models.DateTimeField()
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["slug", "-live_from", "-id"], name="publication_live")]

    def __str__(self):
        return f"{self.version} from {self.live_from}"


class Journey(models.Model):
    """Somebody filling in a form. Its answers live here, not in a session, so nothing is lost when a browser is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=60)
    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="journeys")
    token_hash = models.CharField(max_length=64, unique=True)  # of the cookie that keeps the place
    answers = models.JSONField(default=dict)
    confirmed = models.JSONField(default=list)  # keyed hashes of e-mail addresses shown to be theirs
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="journeys")
    helped_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="helped_journeys")
    resume_hash = models.CharField(max_length=64, null=True, blank=True, unique=True)
    resume_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["slug", "-started_at"], name="journey_service")]
        constraints = [
            models.CheckConstraint(
                condition=Q(resume_hash__isnull=True, resume_until__isnull=True)
                | Q(resume_hash__isnull=False, resume_until__isnull=False),
                name="a_way_back_expires",
            )
        ]

    def __str__(self):
        return f"{self.slug} begun {self.started_at:%Y-%m-%d}"

    @property
    def about(self) -> str:
        """As documents and messages name it."""
        return f"journey:{self.pk}"

    def held(self) -> "Journey | None":
        """Itself as it now is, locked for a change; None once it was sent."""
        return Journey.objects.select_for_update().filter(pk=self.pk, sent_at=None).first()


class Draft(models.Model):
    """The newest version that somebody kept without making it live: there is one of a service, or none."""

    slug = models.SlugField(max_length=60, unique=True)
    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="drafts")
    kept_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"{self.version}, a draft"


class Preview(models.Model):
    """An officer trying a form out. It is no journey, so nothing that becomes of journeys can become of it.

    A submission belongs to a journey or to none: the database keeps a preview from ever being sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="previews")
    slug = models.SlugField(max_length=60)
    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="previews")
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at, helped_by_id = None, None  # as a journey has them

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "slug"], name="preview_once")]

    def __str__(self):
        return f"{self.slug} previewed"

    @property
    def about(self) -> str:
        return f"preview:{self.pk}"

    def held(self) -> "Preview | None":
        """Itself as it now is, locked for a change; None once it is gone."""
        return Preview.objects.select_for_update().filter(pk=self.pk).first()


class Submission(models.Model):
    """What was sent. Never changed; it names the version it was made with."""

    class Channel(models.TextChoices):
        ONLINE = "online", "Online"
        ASSISTED = "assisted", "By an officer, for somebody"
        PARTNER = "partner", "By a partner"

    journey = models.OneToOneField(Journey, null=True, blank=True, on_delete=models.SET_NULL, related_name="submission")
    slug = models.SlugField(max_length=60)
    version = models.ForeignKey(DefinitionVersion, on_delete=models.PROTECT, related_name="submissions")
    reference = models.CharField(max_length=20, unique=True)
    answers = models.JSONField()
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="submissions")
    email = models.EmailField(blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.ONLINE)
    helped_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="helped_submissions"
    )
    partner = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="submissions"
    )
    language = models.CharField(max_length=5, default="en")  # they read the form in it: we write to them in it
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["slug", "-submitted_at"], name="submission_service"),
            models.Index(Lower("email"), name="submission_email"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(channel="assisted") | Q(helped_by__isnull=False), name="assisted_names_the_officer"
            ),
            models.CheckConstraint(condition=~Q(channel="partner") | Q(partner__isnull=False), name="partner_is_named"),
            models.CheckConstraint(condition=Q(submitted_at__gte=models.F("started_at")), name="sent_after_started"),
        ]

    def __str__(self):
        return self.reference
