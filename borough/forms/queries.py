"""Which version is live, and compiled forms, kept by each process and found again by version."""

import time
from pathlib import Path

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from borough.foundations import rows
from borough.foundations.people.models import Person

from . import versions
from .definition import load
from .definition.faults import Fault
from .definition.form import Form
from .models import DefinitionVersion, Draft, Journey, Publication, Submission

FRESH = 2.0  # seconds for which a process trusts what it last knew to be live
A_MINUTE = 60.0
KEPT = 200

_live: dict[str, tuple[float, int]] = {}
_all: list[tuple[float, list[str]]] = []
_retired: list[tuple[float, frozenset[int]]] = []
_compiled: dict[tuple[int, str], Form] = {}
_diaries: list[tuple[float, dict[str, set[str]]]] = []
_files: dict[str, tuple[tuple, Form | list[Fault]]] = {}


class NoService(LookupError):
    """No such service is live."""


class Faulty(Exception):
    """The service's file has faults (development only: production publishes checked versions)."""

    def __init__(self, slug: str, faults: list[Fault]):
        super().__init__(f"{slug}: {len(faults)} faults")
        self.slug, self.faults = slug, faults


def live(slug: str, language: str = "en") -> Form:
    """The form new journeys use. Raises NoService, and Faulty where files are read as they change."""
    if settings.SERVICES_RELOAD:
        return version(_from_file(slug).version, language)
    known = _live.get(slug)
    if not known or known[0] < time.monotonic():
        found = (
            Publication.objects.filter(slug=slug, live_from__lte=timezone.now())
            .order_by("-live_from", "-id")
            .values_list("version_id", flat=True)
            .first()
        )
        if found is None:
            raise NoService(slug)
        known = _live[slug] = (time.monotonic() + FRESH, found)
    return version(known[1], language)


def version(pk: int, language: str = "en") -> Form:
    """The form of one version, in English where it has no words in that language. Raises NoService."""
    form = _compiled.get((pk, language))
    if form is None:
        row = DefinitionVersion.objects.filter(pk=pk).first()
        if row is None:
            raise NoService(str(pk))
        form = _keep(row, language)
    return form


def _keep(row: DefinitionVersion, language: str) -> Form:
    form = _compile(row, language)
    if len(_compiled) >= KEPT:
        _compiled.pop(next(iter(_compiled)))
    _compiled[row.pk, language] = form
    return form


def _compile(row: DefinitionVersion, language: str) -> Form:
    if language in row.translations:
        return load.in_language(version(row.pk), row.data, row.translations[language], language)
    if language != "en":
        return version(row.pk)
    return load.compile_data(row.data, slug=row.slug, version=row.pk, languages=("en", *row.translations))


def retired() -> frozenset[int]:
    """The versions that nobody may go on with, as this process last knew."""
    if not _retired or _retired[0][0] < time.monotonic():
        found = DefinitionVersion.objects.filter(retired_at__isnull=False).values_list("pk", flat=True)
        _retired[:] = [(time.monotonic() + FRESH, frozenset(found))]
    return _retired[0][1]


def services() -> list[Form]:
    """Every live service, by title: two queries at most, none where another page asked just now.

    In development one with faults is left out; its own page says what they are.
    """
    found = []
    for slug in _slugs():
        try:
            found.append(live(slug))
        except (NoService, Faulty):
            continue
    return sorted(found, key=lambda form: form.title.lower())


def _slugs() -> list[str]:
    """What is live, each of which `live` then knows without asking again."""
    if settings.SERVICES_RELOAD:
        return [path.parent.name for path in sorted(Path(settings.SERVICES).glob("*/service.yaml"))]
    if not _all or _all[0][0] < time.monotonic():
        latest = Publication.objects.filter(live_from__lte=timezone.now()).order_by("slug", "-live_from", "-id")
        found = dict(latest.distinct("slug").values_list("slug", "version_id"))
        until = time.monotonic() + FRESH
        _live.update({slug: (until, version) for slug, version in found.items()})
        unread = [pk for pk in found.values() if (pk, "en") not in _compiled]
        for row in DefinitionVersion.objects.filter(pk__in=unread) if unread else ():
            _keep(row, "en")
        _all[:] = [(until, list(found))]
    return _all[0][1]


def stages() -> list[dict]:
    """{slug, title, area, team, stage, since}: every service ever published as it is now, and since when.

    Two queries and no compiling. Where files are read as they change, their stage counts from today.
    """
    rows = Publication.objects.filter(live_from__lte=timezone.now()).order_by("slug", "live_from", "id")
    fields = {name: f"version__data__{name}" for name in ("title", "area", "team", "stage")}
    found: dict[str, dict] = {}
    for row in rows.values("slug", "live_from", **{name: F(path) for name, path in fields.items()}):
        stage = row["stage"] or "live"
        known = found.get(row["slug"])
        since = known["since"] if known and known["stage"] == stage else row["live_from"]
        found[row["slug"]] = row | {"stage": stage, "since": since}
    return sorted(found.values(), key=lambda row: row["title"].lower())


def newest(slug: str, language: str = "en") -> Form:
    """The form that officers preview: the draft, or else what was published last, be it live or only scheduled.

    In development it is the file. Raises as `live` does.
    """
    if settings.SERVICES_RELOAD:
        return live(slug, language)
    kept = Draft.objects.filter(slug=slug).values_list("version_id", flat=True).first()
    if kept is None:
        latest = Publication.objects.filter(slug=slug).order_by("-live_from", "-id")
        kept = latest.values_list("version_id", flat=True).first()
    if kept is None:
        raise NoService(slug)
    return version(kept, language)


def drafts() -> list[Form]:
    """The draft of every service that has one, by title."""
    found = [version(pk) for pk in Draft.objects.values_list("version_id", flat=True)]
    return sorted(found, key=lambda form: form.title.lower())


def _from_file(slug: str) -> Form:
    path = Path(settings.SERVICES) / slug / "service.yaml"
    try:
        stamp = tuple((file.stat().st_mtime_ns, file.stat().st_size) for file in load.files(path))
    except (OSError, ValueError):
        raise NoService(slug) from None
    known = _files.get(slug)
    if not known or known[0] != stamp:
        known = _files[slug] = (stamp, _kept(slug, path) or _checked(slug, path))
    if isinstance(known[1], list):
        raise Faulty(slug, known[1])
    return known[1]


def _kept(slug: str, path: Path) -> Form | None:
    """The form of a file checked and kept before, word for word: reading its YAML again would cost a second."""
    try:
        written = {"source": path.read_text("utf-8-sig"), "catalogues": load.catalogues_beside(path)}
        row = DefinitionVersion.objects.filter(slug=slug, **written).first()
        return version(row.pk) if row else None
    except ValueError:  # not UTF-8, or kept by an older Borough that took what this one does not: check it anew
        return None


def _checked(slug: str, path: Path) -> Form | list[Fault]:
    loaded = load.load(path, name=f"{slug}/service.yaml")
    return loaded.faults or version(versions.keep(loaded).pk)


def diaries() -> dict[str, set[str]]:
    """Team → the diaries that its live services book in. Trusted for a minute: every page of an officer's asks."""
    if not _diaries or _diaries[0][0] < time.monotonic():
        found: dict[str, set[str]] = {}
        for form in services():
            if form.diaries:
                found.setdefault(form.service.team, set()).update(form.diaries)
        _diaries[:] = [(time.monotonic() + A_MINUTE, found)]
    return _diaries[0][1]


def forget() -> None:
    """Trust nothing kept in this process: after publishing here, and between tests."""
    _live.clear()
    _all.clear()
    _retired.clear()
    _compiled.clear()
    _diaries.clear()
    _files.clear()


def journey(token_hash: str) -> Journey | None:
    return rows.one(Journey, token_hash=token_hash)


def submission(journey: Journey) -> Submission | None:
    """What was sent of a journey, with its person."""
    found = rows.one(Submission, journey=journey.pk)
    if found is not None and found.person_id:
        found.person = rows.one(Person, id=found.person_id)
    return found


def visible_to(user):
    """Submissions this signed-in person may see as their own: made while signed in, or with their proven e-mail.

    By e-mail only where nobody else has come to own them: an address that somebody left or lost opens nothing.
    """
    from django.db.models import Q

    if not user.is_authenticated:
        return Submission.objects.none()
    return Submission.objects.filter(
        Q(person__user=user) | Q(email__iexact=user.email, person__user=None, person__email__iexact=user.email)
    )
