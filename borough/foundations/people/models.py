"""Residents, officers, partners, and the teams and organisations they belong to."""

import uuid

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from borough.foundations.audit.actors import Actor


class Directorate(models.Model):
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)

    def __str__(self):
        return self.name


class Team(models.Model):
    """Officers who share a queue. A service names its owner team by slug."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    directorate = models.ForeignKey(Directorate, on_delete=models.PROTECT, related_name="teams")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Organisation(models.Model):
    """A partner of the council, such as a charity that helps people apply."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=160, unique=True)

    def __str__(self):
        return self.name


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password) if password else user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in: an officer, a partner's worker, or a resident who chose an account."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=160, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)  # may open Django's admin
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="workers"
    )
    joined_at = models.DateTimeField(auto_now_add=True)
    left_on = models.DateField(null=True, blank=True)  # the first day they no longer work here; may lie ahead
    handed_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="taking_over")
    teams = models.ManyToManyField(Team, through="Membership", related_name="officers")

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]

    def __str__(self):
        return self.name or self.email

    @property
    def kind(self) -> str:
        """officer, partner or resident. One query at most, kept for the request."""
        if not hasattr(self, "_kind"):
            if self.is_staff or self.is_superuser or self.memberships.exists():
                self._kind = "officer"
            else:
                self._kind = "partner" if self.organisation_id else "resident"
        return self._kind

    @property
    def actor(self) -> Actor:
        return Actor(self.kind, str(self.pk), self.name or self.kind.capitalize())  # never the e-mail address


class Membership(models.Model):
    """An officer's role in a team. The same person may hold different roles in different teams."""

    class Role(models.TextChoices):
        OFFICER = "officer", "Officer"  # works cases
        APPROVER = "approver", "Approver"  # also decides what the workflow reserves for approvers
        PAYER = "payer", "Payer"  # also releases payments
        MANAGER = "manager", "Manager"  # assigns, hands over, sees restricted cases, may do all of the above

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.OFFICER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "team"], name="one_role_per_team")]

    def __str__(self):
        return f"{self.user}, {self.role} in {self.team}"


class Absence(models.Model):
    """Days an officer is away, half-open [first_day, back_on), and who covers. New work goes to the cover."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField()
    back_on = models.DateField()
    cover = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="covering")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(back_on__gt=models.F("first_day")), name="absence_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(cover=models.F("user")), name="nobody_covers_themselves"),
            # Both columns as ranges, because plain PostgreSQL has no GiST equality for a bigint.
            ExclusionConstraint(
                name="one_absence_at_a_time",
                expressions=[
                    (models.Func("user", "user", models.Value("[]"), function="int8range"), "&&"),
                    (models.Func("first_day", "back_on", function="daterange"), "&&"),
                ],
            ),
        ]

    def __str__(self):
        return f"{self.user} away from {self.first_day}"


class Person(models.Model):
    """Somebody the council serves. They need no account, and outlive a lost e-mail address."""

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"
        LETTER = "letter", "Letter"

    class Format(models.TextChoices):
        STANDARD = "standard", "Standard"
        LARGE_PRINT = "large_print", "Large print"
        EASY_READ = "easy_read", "Easy read"
        INTERPRETER = "interpreter", "With an interpreter"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="person")
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    uprn = models.BigIntegerField(null=True, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.EMAIL)
    format = models.CharField(max_length=20, choices=Format.choices, default=Format.STANDARD)
    language = models.CharField(max_length=60, blank=True)  # the interpreter's language, in the person's words
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "people"
        indexes = [models.Index(Lower("email"), name="person_email")]

    def __str__(self):
        return self.name or "Somebody"
