"""What is held of a person here: what they said they have."""


def export(person) -> list[dict]:
    return [
        {"statement": one.get_kind_display(), "on": one.on.isoformat(), "own": one.own, "enough": one.enough,
         "affordable": one.affordable, "evidence": one.evidence}
        for one in person.statements.all()
    ]  # fmt: skip


def erase(person, dry_run: bool) -> dict:
    found = {"statements": person.statements.count()}
    if not dry_run:
        person.statements.all().delete()
    return found
