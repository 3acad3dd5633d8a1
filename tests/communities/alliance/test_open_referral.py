"""The directory as Open Referral UK: every answer against the standard's own schemas, and what real consumers ask."""

import datetime
import json
from urllib.parse import urlencode

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from jsonschema_rs import Draft202012Validator

from borough.communities.alliance import actions, needs
from borough.communities.alliance.openreferral import describing
from borough.config.wsgi import application
from borough.foundations.audit.actors import SYSTEM

from . import world

BASE = "/api/open-referral/"
DOCUMENT = json.loads(describing.STANDARD.read_text())


@pytest.fixture
def directory(db):
    world.postcode()
    world.postcode("SK7 4AA", latitude="53.380000", longitude="-2.110000", ward="Hazel Grove")
    near = world.partner("Silver Surfers", website="https://surfers.example.org")
    far = world.partner("New Start")
    first = world.support(near, world.site(near, accessibility="Step-free"), needs=["start", "device"],
                          languages=["en", "pl"], minimum_age=18)  # fmt: skip
    second = world.support(far, world.site(far, "SK7 4AA"), needs=["data"], name="Free data")
    world.support(far, name="Old offer", status="inactive")
    actions.assure(support=first, by=world.team())
    return first, second


def get(path, **query):
    return Client().get(BASE + path + (f"?{urlencode(query)}" if query else ""))


def fits(answer, path):
    schema = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {"$schema": DOCUMENT["jsonSchemaDialect"], "components": DOCUMENT["components"], **schema}
    validator = Draft202012Validator(whole, validate_formats=True)
    faults = [f"{fault.instance_path}: {fault.message}" for fault in validator.iter_errors(answer)]
    assert not faults, faults[:5]


def test_every_path_answers_as_the_standard_says(directory):
    for path in DOCUMENT["paths"]:
        if "{id}" in path:
            continue
        answer = get(path.lstrip("/"))
        assert answer.status_code == 200, path
        assert answer["Access-Control-Allow-Origin"] == "*"
        fits(answer.json(), path)
        for one in answer.json().get("contents", []):
            whole = get(f"{path.lstrip('/')}/{one['id']}")
            assert whole.status_code == 200
            fits(whole.json(), path + "/{id}")


@pytest.mark.parametrize("path", ["services", "service_at_locations", "organizations"])
def test_full_and_plain_both_fit(path, directory):
    fits(get(path, full="true").json(), f"/{path}")
    lines = get(path, format="ndjson").getvalue().decode().splitlines()
    assert len(lines) == get(path).json()["total_items"] > 0


def test_consumer_by_postcode(directory):
    first, second = directory
    found = get("service_at_locations", postcode="sk1 3xe", proximity=1000).json()
    assert [one["service"]["name"] for one in found["contents"]] == [first.name]
    assert found["contents"][0]["distance_metres"] < 5
    both = get("service_at_locations", postcode="SK1 3XE").json()["contents"]
    assert [one["service"]["name"] for one in both] == [first.name, second.name]
    assert get("service_at_locations", postcode="ZZ99 9ZZ").json()["empty"]


def test_consumer_by_taxonomy(directory):
    first, second = directory
    taxonomy = get("taxonomies").json()["contents"][0]["id"]
    terms = get("taxonomy_terms", taxonomy_id=taxonomy).json()["contents"]
    term = next(one["id"] for one in terms if one["code"] == "data")
    assert [one["name"] for one in get("services", taxonomy_term_id=term).json()["contents"]] == [second.name]
    assert get("services", taxonomy_id=taxonomy).json()["total_items"] == 2
    assert get("services", taxonomy_id="another").json()["empty"]
    attributes = get(f"services/{first.uuid}").json()["attributes"]
    assert {one["taxonomy_term"]["code"] for one in attributes} == {"start", "device"}


def test_consumer_modified_after(directory):
    first, second = directory
    type(first).objects.filter(pk=second.pk).update(modified_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    since = "2021-01-01T00:00:00Z"
    found = get("services", modified_after=since, minimal="true").json()
    assert [set(one) for one in found["contents"]] == [{"id", "last_modified"}]
    assert found["contents"][0]["id"] == str(first.uuid)
    assert get("services", modified_after="2021-01-01T00:00:00+00:00").json()["total_items"] == 1
    raw = Client().get(f"{BASE}services?modified_after=2021-01-01T00:00:00+00:00")  # the + comes as a space
    assert raw.json()["total_items"] == 1


def test_consumer_full(directory):
    first, _second = directory
    found = next(one for one in get("services", full="true").json()["contents"] if one["id"] == str(first.uuid))
    assert found["assured_date"] == timezone.localdate().isoformat()
    place = found["service_at_locations"][0]
    assert place["location"]["addresses"][0]["postal_code"] == "SK1 3XE"
    assert found["schedules"][0]["byday"] == "TU"
    assert {one["code"] for one in found["languages"]} == {"en", "pl"}
    assert found["organization"]["website"] == "https://surfers.example.org"


@pytest.mark.parametrize("query", [{"page": "x"}, {"per_page": ""}, {"full": "perhaps"}, {"minimum_age": "old"},
                                   {"modified_after": "yesterday"}, {"start_time": "25:00"},
                                   {"modified_after": "0001-01-01T00:00:00+14:00"}])  # fmt: skip
def test_what_has_the_wrong_type_is_refused(query, directory):
    answer = get("services", **query)
    assert answer.status_code == 400
    assert next(iter(query)) in answer.json()["error"]
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "query",
    [{"proximity": "far"}, {"proximity": "-1"}, {"format": "xml"}, {"day": "XX"}],
)  # fmt: skip
def test_what_cannot_be_read_is_passed_over_and_said(query, directory):
    answer = get("service_at_locations", postcode="SK1 3XE", **query)
    assert answer.status_code == 200
    assert next(iter(query)) in answer.json()["passed_over"][0]
    assert answer.json()["total_items"] == 2


def test_a_page_beyond_what_is_allowed_is_brought_within(directory):
    assert get("services", page="0", per_page="5000").json()["page_number"] == 1


@pytest.mark.parametrize("path", ["services/x", f"services/{needs.TAXONOMY_ID}", "taxonomies/x", "organizations/%00"])
def test_what_is_not_there_is_404(path, directory):
    assert get(path).status_code == 404


def test_what_is_not_offered_any_more_is_not_told(directory):
    assert "Old offer" not in get("services", full="true").content.decode()
    gone = world.partner("Gone Away")
    world.support(gone, name="Left behind")
    gone.left_on = timezone.localdate()
    gone.save()
    assert "Left behind" not in get("services").content.decode()
    assert "Gone Away" not in get("organizations").content.decode()


def test_paging_reaches_everything_once(directory):
    owner = world.partner("Many")
    for number in range(45):
        world.support(owner, name=f"Offer {number:02}")
    seen, page = [], 1
    while True:
        found = get("services", page=page, per_page=20).json()
        seen += [one["id"] for one in found["contents"]]
        if found["last_page"]:
            break
        page += 1
    assert len(seen) == len(set(seen)) == found["total_items"] == 47
    assert get("services", page=99).json()["empty"]


def test_full_costs_the_same_however_many(directory, django_assert_max_num_queries):
    owner = world.partner("Many")
    for _ in range(10):
        world.support(owner, world.site(owner))
    with django_assert_max_num_queries(10):
        get("services", full="true")
    with django_assert_max_num_queries(10):
        get("organizations", full_service="true")


schema = schemathesis.openapi.from_dict(describing.document() | {"servers": [{"url": BASE.rstrip("/")}]})
schema.app = application


@pytest.fixture
def one_connection(db):
    """The test's own, as Django's client keeps it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_whatever_is_asked_the_answer_fits(case, one_connection):
    if not world.Partner.objects.exists():
        world.postcode()
        owner = world.partner("Silver Surfers")
        world.support(owner, world.site(owner))
        actions.describe(partner=owner, by=SYSTEM, about="We help.")
    case.call_and_validate()
