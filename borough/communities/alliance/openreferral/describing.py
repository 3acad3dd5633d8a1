"""The OpenAPI of what we serve: the standard's own document, with our address and our faults in it."""

import json
from functools import cache
from pathlib import Path

from borough.foundations.authority.site import site

STANDARD = Path(__file__).with_name("standard.json")
WRONG = {"description": "What was asked cannot be read; `error` says how it should be."}
MISSING = {"description": "There is nothing with this id."}


@cache
def document() -> dict:
    """The standard's document (see `standard.json`) with the servers and the answers for what is asked wrongly."""
    found = json.loads(STANDARD.read_text())
    found["servers"] = [{"url": f"{site()}/api/open-referral"}]
    for path, item in found["paths"].items():
        item["get"]["responses"] |= {"404": MISSING} if "{id}" in path else {"400": WRONG} if path != "/" else {}
    found["paths"]["/organizations/{id}"]["get"]["responses"]["400"] = WRONG
    return found
