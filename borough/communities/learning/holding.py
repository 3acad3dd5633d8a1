"""What learning holds of a person. Bookings stay as numbers without them; what they can do goes with them."""


def export(person) -> list[dict]:
    sessions = [
        {"session": one.session.title, "at": one.session.starts_at.isoformat(), "state": one.get_state_display()}
        for one in person.sessions.select_related("session")
    ]
    checks = [
        {"skills": one.taken_on.isoformat(), "answers": one.answers, "confidence": one.confidence}
        for one in person.checks.all()
    ]
    return sessions + checks


def erase(person, dry_run: bool) -> dict:
    found = {"bookings": person.sessions.count(), "checks": person.checks.count()}
    if not dry_run:
        person.sessions.update(person=None)
        person.checks.all().delete()
    return found
