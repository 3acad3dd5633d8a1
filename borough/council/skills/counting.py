"""The two measures that this room counts for the strategy."""

from borough.foundations.measures import registry

from . import queries


def declare() -> None:
    registry.declare(
        "skills-assessed", "Staff who looked at their own digital skills", "people",
        "People who work here and said, for themselves, what they can do with digital tools, in the last 12 months.",
        "up", queries.assessed,
    )  # fmt: skip
    registry.declare(
        "skills-sessions", "Courses and sessions taken", "sessions",
        "Courses and sessions on digital skills that staff logged in the last 12 months.", "up", queries.sessions,
    )  # fmt: skip
