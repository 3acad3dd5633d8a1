"""What a case may have in common with another: who, where, which account. Only keyed hashes are kept."""

import re
import unicodedata

from django.db import connection

from borough.foundations import vault
from borough.foundations.people.models import Team

from .models import Case, MatchKey
from .visibility import visible_to

Kind = MatchKey.Kind
KEEP = """INSERT INTO casework_matchkey (case_id, kind, digest)
    SELECT %s, kind, digest FROM unnest(%s::text[], %s::text[]) AS found (kind, digest)"""


def keys(person, answers: dict) -> set[tuple[str, str]]:
    """(kind, digest) of everything about a submission that may have been seen before."""
    found = {
        Kind.PERSON: f"{_letters(person.name)}|{_letters(person.postcode)}" if person.name and person.postcode else "",
        Kind.EMAIL: person.email.strip().lower(),
        Kind.PHONE: re.sub(r"^(0044|44)", "0", re.sub(r"\D", "", person.phone)),
    }
    pairs = {(kind, vault.digest(kind, value)) for kind, value in found.items() if value}
    if place := _place(person.uprn, person.address, person.postcode):
        pairs.add((Kind.ADDRESS, vault.digest("address", place)))
    for answer in answers.values():
        if isinstance(answer, dict) and "digest" in answer:
            pairs.add((Kind.BANK, answer["digest"]))
        elif isinstance(answer, dict) and "line_1" in answer:
            place = _place(answer.get("uprn"), answer["line_1"], answer.get("postcode", ""))
            pairs |= {(Kind.ADDRESS, vault.digest("address", place))} if place else set()
    return {(str(kind), digest) for kind, digest in pairs}


def keep(case, person, answers: dict) -> None:
    found = sorted(keys(person, answers))
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [case.pk, [kind for kind, _ in found], [digest for _, digest in found]])


def seen_before(case, user) -> tuple[dict[Case, list[str]], dict[Team, list[str]]]:
    """Other cases that share something with this one: ({case: what}, {team: what}).

    Cases the user may see come as themselves; of the rest only the team, and what kind of thing matched.
    """
    met = MatchKey.objects.none()
    for kind, digest in case.match_keys.values_list("kind", "digest"):
        met = met | MatchKey.objects.filter(kind=kind, digest=digest)
    what: dict[int, set[str]] = {}
    for pk, kind in met.exclude(case=case).values_list("case_id", "kind"):
        what.setdefault(pk, set()).add(Kind(kind).label)
    own = visible_to(user).filter(pk__in=what).order_by("-opened_at")
    cases = {other: sorted(what[other.pk]) for other in own}
    elsewhere: dict[Team, set[str]] = {}
    others = Case.objects.filter(pk__in=set(what) - {other.pk for other in cases}).select_related("team").only("team")
    for other in others:
        elsewhere.setdefault(other.team, set()).update(what[other.pk])
    return cases, {team: sorted(kinds) for team, kinds in elsewhere.items()}


def _place(uprn, address: str, postcode: str) -> str:
    if uprn:
        return f"uprn:{uprn}"
    first = next(iter((address or "").splitlines()), "")
    return f"{_letters(first)}|{_letters(postcode)}" if first and postcode else ""


def _letters(text: str) -> str:
    """Letters and digits only, without case and accents: "O’Neil " and "oneil" are one."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return "".join(c for c in plain if c.isalnum())
