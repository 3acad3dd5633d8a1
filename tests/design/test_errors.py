import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from borough.design import errors


def request(rf, path="/somewhere/"):
    return rf.get(path)


@pytest.mark.parametrize(
    ("view", "status", "heading"),
    [
        (errors.not_found, 404, "Page not found"),
        (errors.forbidden, 403, "You cannot open this page"),
        (errors.bad_request, 400, "We could not read that"),
        (errors.csrf_failure, 403, "This page was open too long"),
    ],
)
def test_each_says_what_happened(rf, view, status, heading):
    answer = view(request(rf))
    assert answer.status_code == status
    assert heading in answer.content.decode()


def test_the_worst_one_needs_no_database(rf):
    """No database mark on this test: a query would fail it."""
    answer = errors.broken(request(rf))
    assert answer.status_code == 500
    assert "What you saved before is still here." in answer.content.decode()


def test_a_refusal_gives_its_reason(rf):
    answer = errors.forbidden(request(rf), PermissionDenied("This case belongs to another team."))
    assert "This case belongs to another team." in answer.content.decode()


def test_an_old_page_leads_back_to_itself(rf):
    answer = errors.csrf_failure(request(rf, '/apply/x/"><b>/'))
    words = answer.content.decode()
    assert "Open the page again" in words
    assert "<b>" not in words


@pytest.mark.django_db
def test_an_address_nobody_has_is_not_found(client):
    answer = client.get("/nowhere/at/all/")
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


@pytest.mark.django_db
def test_a_post_without_its_token_is_told_so():
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {})
    assert answer.status_code == 403
    assert "This page was open too long" in answer.content.decode()


@pytest.mark.django_db
def test_an_address_that_only_answers_a_button_says_so(client):
    answer = client.put("/services/")
    assert answer.status_code == 405
    assert "You cannot open this page by its address" in answer.content.decode()
    assert answer["Allow"]
    assert "script-src" in answer["Content-Security-Policy"]
