"""Referrals and calls to the helpline."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from borough.communities.alliance.models import Partner, Support
from borough.foundations.people.models import Person


class Referral(models.Model):
    """One person, sent to one partner with what they need. Sent on, a new one goes on from it."""

    class State(models.TextChoices):
        OPEN = "open", "Sent"
        ACCEPTED = "accepted", "Accepted"
        REJECTED = "rejected", "Not accepted"
        WITHDRAWN = "withdrawn", "Withdrawn"
        REROUTED = "rerouted", "Sent to somebody else"
        DONE = "outcome", "Outcome given"
        CLOSED = "closed", "Closed"

    class Source(models.TextChoices):
        SELF = "self", "Themselves"
        PARTNER = "partner", "A partner"
        OFFICER = "officer", "An officer"
        CALL = "call", "The helpline"

    class Outcome(models.TextChoices):
        HELPED = "helped", "They got what they needed"
        PARTLY = "partly", "They got some of it"
        ELSEWHERE = "elsewhere", "Somebody else helped"
        NOT = "not", "It did not help"
        NOT_REACHED = "not_reached", "We could not reach them"
        NOT_WANTED = "not_wanted", "They did not want it any more"

    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="referrals")
    needs = ArrayField(models.SlugField(max_length=20))
    note = models.TextField(max_length=1_000, blank=True)
    source = models.CharField(max_length=8, choices=Source)
    sender = models.ForeignKey(Partner, null=True, blank=True, on_delete=models.PROTECT, related_name="sent")
    receiver = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="received")
    support = models.ForeignKey(Support, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    previous = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="next")
    consent = models.TextField()  # the words they agreed to
    consent_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    reason = models.CharField(max_length=300, blank=True)  # why it was rejected, withdrawn or sent on
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    outcome_note = models.TextField(max_length=1_000, blank=True)
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["receiver", "state", "made_at"], name="referral_inbox"),
            models.Index(fields=["sender", "made_at"], name="referral_sent"),
        ]
        constraints = [
            models.CheckConstraint(name="not_closed_without_an_outcome", condition=~Q(state="closed") | ~Q(outcome="")),
            models.CheckConstraint(name="an_outcome_is_given", condition=~Q(state="outcome") | ~Q(outcome="")),
            models.CheckConstraint(
                name="not_rejected_without_a_reason", condition=~Q(state__in=["rejected", "rerouted"]) | ~Q(reason="")
            ),
            models.CheckConstraint(name="a_referral_has_a_need", condition=Q(needs__len__gt=0)),
            models.CheckConstraint(name="a_referral_has_consent", condition=~Q(consent="")),
            models.CheckConstraint(
                name="a_partner_sends_as_itself", condition=~Q(source="partner") | Q(sender__isnull=False)
            ),
            models.CheckConstraint(
                name="a_referral_has_a_person", condition=Q(person__isnull=False) | Q(erased_at__isnull=False)
            ),
        ]

    def __str__(self):
        return f"Referral {self.pk}"

    @property
    def about(self) -> str:
        return f"referral:{self.pk}"


class Call(models.Model):
    """A call to the helpline: what came of it, and whether somebody rings back."""

    class Outcome(models.TextChoices):
        ANSWERED = "answered", "Helped on the telephone"
        REFERRED = "referred", "Sent to a partner"
        SESSION = "session", "Booked a session"
        RING_BACK = "ring_back", "We ring back"
        NOBODY = "nobody", "Nobody answered"

    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="calls")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    needs = ArrayField(models.SlugField(max_length=20), default=list, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome)
    note = models.TextField(max_length=1_000, blank=True)
    ring_back_on = models.DateField(null=True, blank=True)
    rung_back_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["ring_back_on"], condition=Q(rung_back_at=None), name="calls_to_ring_back")]
        constraints = [
            models.CheckConstraint(
                name="a_call_back_has_its_day", condition=~Q(outcome="ring_back") | Q(ring_back_on__isnull=False)
            )
        ]

    def __str__(self):
        return f"Call on {self.at:%Y-%m-%d}"
