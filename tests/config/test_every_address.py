"""Every address has a rule that says who may open it, and the wrong people do not get in."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

from tests import people

from .access import RULE_OF, WHOLE, rule

SAMPLES = {"int": "1", "slug": "a-slug", "str": "DEV-7QK-214", "uuid": str(uuid.UUID(int=7)), "path": "a/b"}
HARMLESS = {"/editor/sprite/", "/editor/jsi18n/", "/admin/logout/"}  # the editor's icons and words; the way out
GUARDED = ("officer", "editor", "admin")
pytestmark = pytest.mark.django_db


def every_address(resolver=None, before="", spaces=()):
    """(name, path with its places still open) of every address there is."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield ":".join([*spaces, pattern.name or ""]), path, isinstance(pattern.pattern, RoutePattern)
        else:
            yield from every_address(pattern, path, (*spaces, pattern.namespace) if pattern.namespace else spaces)


def guarded():
    """(rule, path that can be asked for) of everything that only officers open."""
    for name, path, plain in every_address():
        asked = "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda place: SAMPLES.get(place[1] or "str", "1"), path)
        if plain and "^" not in path and asked not in HARMLESS and rule(name, path) in GUARDED:
            yield rule(name, path), asked


def asked(client, path):
    """What GET answers, and POST on our own pages, as (status, where to)."""
    ours = not path.startswith(tuple(f"/{start}" for start in WHOLE))
    for send in (client.get, client.post) if ours else (client.get,):
        answer = send(path)
        if answer.headers.get("Location", "").startswith("/admin/login/"):
            answer = client.get(answer["Location"])  # Django's admin asks again those it does not take
        yield answer.status_code, answer.headers.get("Location", "")


def test_every_address_has_a_rule():
    without = {f"{name} ({path})" for name, path, _ in every_address() if not rule(name, path)}
    assert not without, f"Say in tests/config/access.py who may open: {', '.join(sorted(without))}"


def test_no_rule_is_left_without_its_address():
    assert set(RULE_OF) <= {name for name, _, _ in every_address()}


def test_everything_under_work_is_for_officers():
    others = [name for name, path, _ in every_address() if path.startswith("work/") and rule(name, path) != "officer"]
    assert others == []


def test_strangers_are_sent_to_sign_in():
    wrong = []
    for _, path in guarded():
        for status, where in asked(Client(), path):
            if not (status == 403 or (status in (301, 302) and where.startswith(("/sign-in/", "/sign-out/")))):
                wrong.append((path, status, where))
    assert not wrong, wrong


@pytest.mark.parametrize(
    "who",
    [
        pytest.param(lambda: people.signed_in(people.resident(), factor=None), id="resident"),
        pytest.param(lambda: people.signed_in(people.partner(), factor=None), id="partner"),
        pytest.param(lambda: people.signed_in(people.officer(role="manager"), factor=None), id="manager-no-factor"),
        pytest.param(lambda: people.signed_in(people.administrator(), factor=None), id="administrator-no-factor"),
        pytest.param(lambda: people.signed_in(people.officer(), factor="demonstration"), id="demonstration-factor"),
    ],
)
def test_the_wrong_people_do_not_get_in(who):
    client, wrong = who(), []
    for _, path in guarded():
        for status, where in asked(client, path):
            if status not in (301, 302, 403, 404, 405) or where.startswith("/admin/"):
                wrong.append((path, status, where))
    assert not wrong, wrong


def test_an_officer_is_no_editor_and_no_administrator():
    client, wrong = people.signed_in(people.officer(role="manager")), []
    for kept, path in guarded():
        if kept != "officer":
            wrong += [(path, status) for status, _ in asked(client, path) if status == 200]
    assert not wrong, wrong


@pytest.mark.parametrize("path", ["/work/", "/work/cases/", "/work/team/"])
def test_the_right_people_do_get_in(path):
    assert people.signed_in(people.officer()).get(path).status_code == 200


@pytest.mark.parametrize("path", ["/admin/", "/editor/"])
def test_an_administrator_with_a_second_factor_gets_in(path):
    assert people.signed_in(people.administrator()).get(path).status_code == 200


def test_accounts_are_for_those_who_signed_in():
    for name, path, plain in every_address():
        if plain and rule(name, path) == "account" and "<" not in path:
            answer = Client().get(f"/{path}")
            assert answer.status_code in (302, 403), path


def test_the_demonstration_is_nowhere_else():
    assert Client().get("/demonstration/").status_code == 404
    assert not any(path.startswith("demonstration/") for _, path, _ in every_address())
