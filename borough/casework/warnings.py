"""Reading warning notes."""

from .models import MatchKey, WarningNote

PERSONAL = {MatchKey.Kind.PERSON.label, MatchKey.Kind.EMAIL.label, MatchKey.Kind.PHONE.label}


def about(case, seen):
    """Warnings about the case's person, and about whoever looks to be the same person in cases the officer may see.

    `seen` is those cases with what they have in common: what an officer may not see they do not learn of here either.
    """
    people = {case.person_id} | {other.person_id for other, kinds in seen.items() if PERSONAL & set(kinds)}
    return WarningNote.objects.filter(person__in=people, ended_at=None).select_related("made_by")
