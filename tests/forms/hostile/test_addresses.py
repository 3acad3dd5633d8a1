"""Addresses, methods and queries that no page of ours leads to: never a 500, never an echo that runs."""

import itertools
import re

import pytest
from django.test import Client

from borough.forms.models import Submission
from tests import people
from tests.config.test_every_address import every_address

from ..groups.steps import YOU, go, no_more
from .looking import harmless

pytestmark = pytest.mark.django_db
HOSTILE = [
    "%00", "%ff", "..%2f..%2fetc%2fpasswd", "%0d%0aX-Odd:%201", "<script>hostile(1)<%2fscript>", '"hostile="',
    "9" * 25, "9" * 5_000, "-1", "x" * 3_000, "%F0%9F%9A%B2", "{{7*191}}hostile", "%25s", "'", "٣", "0",
    "00000000-0000-0000-0000-000000000000", "%ed%a0%80",
]  # fmt: skip
METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "HOSTILE", "get", ""]
QUERY = "?page=9999999999999999999999&sort=-\0&q=%00&state=:&assignee=%D9%A3&lang=<script>hostile&change=%ff&a[]=1"
STATUSES = {200, 204, 301, 302, 303, 400, 401, 403, 404, 405, 410, 413, 429}
WHOLE = ("editor/", "admin/", "documents/", "_util")  # Wagtail's and Django's own
PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")


class Visitors:
    """A browser that has sent one form and begun another, and an officer who has the case."""

    def __init__(self):
        self.applicant = Client()
        go(self.applicant, *YOU)
        no_more(self.applicant)
        go(self.applicant, ("helpers", {"helpers": "0"}), ("look", {}), ("send", {}))
        who = {"full_name": "Ada Example", "email": "ada@example.org"}
        self.applicant.post("/apply/everything/about-you", who)
        self.officer = people.signed_in(people.officer("events", role="manager"))
        case = {"reference": Submission.objects.get().reference, "move": "close", "question": "papers"}
        self.known = case | {"slug": "everything", "name": "about-you", "inner": "stall-name", "key": "1"}

    def filled(self, path: str, value: str = "", at: int = -1) -> str:
        """The address with a likely thing in each place, and `value` in one of them."""
        places = itertools.count()
        return "/" + PLACE.sub(lambda place: value if next(places) == at else self.known.get(place[2], "1"), path)


@pytest.fixture
def visitors(everything, party):
    return Visitors()


def ours():
    """Every address of ours, its places still open."""
    found = {path for _, path, plain in every_address() if plain and "^" not in path}
    return sorted(path for path in found if not path.startswith(WHOLE))


def look(response):
    assert response.status_code in STATUSES, (response.request["PATH_INFO"][:200], response.status_code)
    if not response.streaming:
        harmless(response)


def test_anything_in_the_place_of_a_name(visitors):
    places = [(path, at) for path in ours() for at, _ in enumerate(PLACE.finditer(path))]
    for turn, (path, at) in enumerate(places):
        for value in HOSTILE[turn % 3 :: 3]:
            for visitor in (visitors.applicant, visitors.officer):
                look(visitor.get(visitors.filled(path, value, at)))
            look(visitors.officer.post(visitors.filled(path, value, at)))


def test_any_method(visitors):
    for path in map(visitors.filled, ours()):
        for method in METHODS:
            look(visitors.applicant.generic(method, path))
        look(visitors.officer.generic("PUT", path, b"{", "application/json"))


def test_any_body(visitors):
    fields = {"revision": "9" * 30, "to": "\0", "text": "<script>hostile(1)</script>", "other": "9" * 5_000, "q": "%"}
    for path in map(visitors.filled, ours()):
        for visitor in (visitors.applicant, visitors.officer):
            look(visitor.generic("POST", path, b"\xff\0", "multipart/form-data; boundary="))
            look(visitor.post(path, fields))


def test_any_query(visitors):
    for path in map(visitors.filled, ours()):
        for visitor in (visitors.applicant, visitors.officer):
            look(visitor.get(path + QUERY))
        look(visitors.applicant.get(f"{path}?" + "&".join(f"a{n}=1" for n in range(3_000))))
