"""Owner, another resident, an officer of the case, an officer of another team, and nobody: on every page of a case."""

import pytest

from tests import people
from tests.casework import world

PAGES = ["", "write/", "moves/withdraw/"]


@pytest.fixture
def officers(case, ann, form):
    return [world.sign_in(people.Client(), user) for user in (ann, world.officer("Zoe", of="housing"))]


@pytest.mark.parametrize("part", PAGES)
def test_its_owner(sams, here, part):
    assert sams.get(here + part).status_code in (200, 302)


@pytest.mark.parametrize("part", PAGES)
@pytest.mark.parametrize("send", ["get", "post"])
def test_anybody_else_is_told_there_is_nothing(stranger, officers, here, part, send):
    for client in (stranger, *officers):
        there = getattr(client, send)(here + part, {"text": "hello"})
        never = getattr(client, send)(f"/your-applications/HWS-222-222/{part}", {"text": "hello"})
        assert there.status_code == never.status_code
        assert there.status_code == (405 if (send, part) == ("post", "") else 404)
        assert "We said" not in there.content.decode()


@pytest.mark.parametrize("reference", ["HWS-222-222", None])
def test_nobody_in_particular_is_asked_who_they_are(anonymous, case, reference):
    reference = reference or case.reference
    answer = anonymous.get(f"/your-applications/{reference}/")
    assert answer["Location"] == f"/your-applications/?reference={reference}"
    page = anonymous.get(answer["Location"]).content.decode()
    assert f"Show us that {reference} is yours" in page
    assert f"/sign-in/?next=/your-applications/{reference}/" in page


def test_somebody_whose_time_ran_out_gets_back_what_they_typed(anonymous, case, here):
    answer = anonymous.post(f"{here}write/", {"text": "My shop is <b>open</b> again"})
    assert answer.status_code == 403
    assert "My shop is &lt;b&gt;open&lt;/b&gt; again" in answer.content.decode()
    assert not case.timeline.filter(kind="message_in").exists()


@pytest.mark.parametrize("text", ["hello", "x" * 500, "HWS-7QK-1%002", "%E2%80%AEHWS"])
def test_what_is_no_reference_is_not_found(anonymous, sams, text):
    for client in (anonymous, sams):
        assert client.get(f"/your-applications/{text}/").status_code == 404


def test_an_officer_without_a_second_factor_is_sent_to_show_one(ann, here):
    answer = people.signed_in(ann, factor=None).get(here)
    assert answer["Location"].startswith("/sign-in/second-factor/")


def test_an_officers_own_application_is_the_residents_page(form):
    clerk = world.officer("Clerk", of="housing")
    case = world.case(form, world.person(email=clerk.email))
    client = world.sign_in(people.Client(), clerk)
    assert client.get(f"/your-applications/{case.reference}/").status_code == 200
    client.post(f"/your-applications/{case.reference}/write/", {"text": "It is me"})
    assert case.timeline.get(kind="message_in").who_kind == "resident"
    assert client.get(f"/work/cases/{case.reference}/").status_code == 404
