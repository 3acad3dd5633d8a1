"""Saying what shows a principle, how the project goes, what a year came to, and how a service meets the standard."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.programme.performance.actions import may_cost as keeps
from borough.programme.workstreams.actions import Refused, must_manage, signed
from borough.programme.workstreams.models import Status

from .models import Assessment, Evidence, Project, ProjectStatus, Statement
from .standards import POINTS, PRINCIPLES


@transaction.atomic
def show(*, principle, day, title, words, href, by) -> Evidence:
    """Add evidence. Raises Refused: no manager, no such principle, a day to come, an address nobody can follow."""
    must_manage(by)
    if principle not in PRINCIPLES:
        raise Refused("Choose a principle", "principle")
    if day > timezone.localdate():
        raise Refused("This day is still to come", "day")
    if not href.startswith(("/", "https://")) or href.startswith("//"):
        raise Refused("Begin the address with / or https://", "href")
    made = Evidence.objects.create(principle=principle, day=day, title=title, words=words, href=href, **signed(by))
    audit.record(action="evidence.shown", record=made, by=by, data={"principle": principle})
    return made


@transaction.atomic
def withdraw(*, evidence, reason, by) -> None:
    """Say that something shows it no more. It stays on the page, struck through, with the reason."""
    must_manage(by)
    if not reason.strip():
        raise Refused("Enter why it no longer holds", "reason")
    Evidence.objects.filter(pk=evidence.pk).update(withdrawn_because=reason.strip())
    audit.record(action="evidence.withdrawn", record=evidence, by=by, reason=reason)


@transaction.atomic
def set_status(*, project, status, reason, by) -> ProjectStatus:
    must_manage(by)
    if status not in Status.values:
        raise Refused("Choose a status", "status")
    if not reason.strip():
        raise Refused("Enter why", "reason")
    made = ProjectStatus.objects.create(project=project, status=status, reason=reason.strip(), **signed(by))
    audit.record(action="project.status", record=made, by=by, reason=reason, data={"status": status})
    return made


@transaction.atomic
def begin(*, title, words, begun_on, by) -> Project:
    must_manage(by)
    try:
        with transaction.atomic():
            made = Project.objects.create(title=title, words=words, begun_on=begun_on)
    except IntegrityError:
        raise Refused("There is a project of this name", "title") from None
    audit.record(action="project.begun", record=made, by=by)
    return made


@transaction.atomic
def state(*, year, words, by) -> Statement:
    """Sign the statement of a year. Raises Refused: no manager, no words, a year to come, one that is signed."""
    must_manage(by)
    if not 2018 <= year <= datetime.date.today().year:  # noqa: DTZ011  a year, whatever the hour
        raise Refused("Give a year from 2018 on that has begun", "year")
    if not words.strip():
        raise Refused("Enter the statement", "words")
    try:
        with transaction.atomic():
            made = Statement.objects.create(year=year, words=words.strip(), **signed(by))
    except IntegrityError:
        raise Refused(f"The statement of {year} is signed already, and stays", "year") from None
    audit.record(action="statement.signed", record=made, by=by, data={"year": year})
    return made


@transaction.atomic
def assess(*, form, point, answer, evidence, by) -> Assessment:
    """Say how a service meets one point of the standard, and what shows it.

    Raises Refused: neither of its team nor a manager, no such point or answer, nothing that shows it.
    """
    if not keeps(by, form):
        raise Refused("Only the service’s own team or a programme manager can do this.")
    if point not in POINTS:
        raise Refused("Choose a point", "point")
    if answer not in Assessment.Answer.values:
        raise Refused("Choose an answer", "answer")
    if not evidence.strip():
        raise Refused("Enter what shows it", "evidence")
    made = Assessment.objects.create(
        slug=form.slug, point=point, answer=answer, evidence=evidence.strip(), **signed(by)
    )
    audit.record(action="point.assessed", record=made, by=by, data={"service": form.slug, "point": point})
    return made
