"""What a service of ours needs and a form from elsewhere lacks: honest, plain, and marked for whoever finishes it."""

import re

from .loose import one_line
from .names import plain, shortened

TO_WRITE = "To be written before this goes live."
WORKFLOW = {
    "start": "received",
    "states": {
        "received": {"label": "Received", "resident": "We have it. We will look at it next."},
        "done": {"label": "Done", "resident": "We have dealt with it.", "ends": True, "outcome": "done"},
    },
    "moves": {"finish": {"label": "Finish", "from": ["received"], "to": "done"}},
}
RECEIVED = {
    "subject": "We have what you sent: ((service))",
    "body": "Thank you. We have what you sent.\n\nYour reference is ((reference)).",
}
NAMES = re.compile(r"\b(full|your|applicant|contact|first|last|lead)?\s*names?\b", re.IGNORECASE)


def slug_of(title: str, file: str) -> str:
    return shortened(plain(title, "-"), "-", 50) or shortened(plain(file, "-"), "-", 50) or "imported-form"


def around(title: str, before: str) -> dict:
    """The head of a service.yaml."""
    title = one_line(title)[:117] or "Imported form"
    title = title if len(title) >= 3 else f"Form {title}"
    head = {
        "title": title,
        "summary": f"{title}: imported, to be described before it goes live."[:300],
        "area": "council",
        "team": "imported-forms",
        "reference": _letters(title),
        "minutes": 10,
    }
    if before:
        head["before"] = before
    return head | {"privacy": dict.fromkeys(("purpose", "basis", "shared", "kept"), TO_WRITE)}


def person(questions: list[dict]) -> dict:
    """Which of the questions say who applies, where any can; `questions` are those asked once, in order."""
    found: dict[str, str] = {}
    for part, type in (("email", "email"), ("phone", "phone"), ("address", "address")):
        name = next((q["name"] for q in questions if q["type"] == type), None)
        if name:
            found[part] = name
    name = next((q["name"] for q in questions if q["type"] == "text" and NAMES.search(q["label"])), None)
    return {"name": name} | found if name and found else found


def messages(person: dict) -> dict:
    return {"received": dict(RECEIVED)} if person else {}


def _letters(title: str) -> str:
    words = re.findall(r"[A-Za-z]+", title.encode("ascii", "ignore").decode())
    first = "".join(word[0] for word in words).upper()[:4]
    return first if len(first) >= 2 else (first + "".join(words).upper() + "FRM")[:3]
