"""Whether messages are there, and what they fill in can be filled."""

import re

from ..model import Applicant
from .located import by_name

PLACEHOLDER = re.compile(r"\(\(([^()]*)\)\)")
NAME = re.compile(r"[a-z][a-z0-9_]*")
ALWAYS = {"reference", "name", "deadline", "link", "reason", "council", "phone", "service", "fee", "pay"}


def check(service):
    if "received" not in service.messages and service.person != Applicant():
        yield ("messages",), "there is no message `received`: people are always told that we have what they sent"
    known = by_name(service)
    for path, found in _placeholders(service):
        if found in known and known[found].secret:
            yield path, f"“{found}” is secret and cannot be put in a message"
        elif found and not NAME.fullmatch(found):
            yield path, f"“(({found}))” is not the name of an answer"


def placeholders(service, extra=frozenset()):
    """((names)) in messages that nothing fills. Casework calls this with the fields its moves ask officers."""
    known = by_name(service).keys() | {value.name for value in service.calculated} | ALWAYS | set(extra)
    for path, found in _placeholders(service):
        if NAME.fullmatch(found) and found not in known:
            yield path, f"nothing is called “{found}”, so (({found})) would stay empty"


def _placeholders(service):
    for name, message in service.messages.items():
        for part in ("subject", "body", "text"):
            for found in PLACEHOLDER.findall(getattr(message, part)):
                yield ("messages", name, part), found
