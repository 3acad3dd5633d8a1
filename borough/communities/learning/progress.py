"""How somebody's skills changed: pure rules over their checks, oldest first."""

from .skills import FOUNDATION, LIFE, TASKS


def latest(checks) -> dict[str, str]:
    """{task: the last answer}."""
    found = {}
    for check in checks:
        found |= check.answers
    return found


def first(checks) -> dict[str, str]:
    found = {}
    for check in checks:
        found = check.answers | found
    return found


def compared(checks) -> list[dict]:
    """[{name, of, before, now}]: tasks done alone at the start and now, of each part."""
    before, now = first(checks), latest(checks)
    parts = [("Foundation", FOUNDATION), *LIFE.values()]
    return [
        {
            "name": name, "of": len(tasks), "before": sum(before.get(task) == "alone" for task in tasks),
            "now": sum(now.get(task) == "alone" for task in tasks),
        }
        for name, tasks in parts
    ]  # fmt: skip


def to_learn(checks) -> list[str]:
    """Tasks that they cannot do alone, foundation first."""
    now = latest(checks)
    return [task for task in TASKS if task in now and now[task] != "alone"]
