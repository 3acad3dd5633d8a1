"""Health, one line a request, and headers that keep pages private."""

import logging
from unittest import mock

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.cache import patch_vary_headers

from borough.config.middleware import Headers


def test_health_answers_without_a_database(client):
    assert client.get("/health").content == b"ok\n"


def test_health_answers_whatever_host_is_asked_for(client):
    assert client.get("/health", headers={"host": "10.0.0.7"}).status_code == 200


@pytest.mark.django_db
def test_ready_while_the_database_answers(client):
    assert client.get("/ready", headers={"host": "10.0.0.7"}).content == b"ready\n"


def test_not_ready_when_the_database_is_down(client):
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("connection refused")):
        answer = client.get("/ready")
    assert answer.status_code == 503
    assert b"refused" not in answer.content


@pytest.mark.django_db
def test_a_request_leaves_one_line_without_its_address(client, caplog):
    with caplog.at_level(logging.INFO, "borough.requests"):
        answer = client.get("/resume/A-secret-token-of-somebody?name=Amina")
    (record,) = [record for record in caplog.records if record.name == "borough.requests"]
    assert record.fields["status"] == answer.status_code
    assert record.fields["method"] == "GET"
    assert "secret" not in str(record.fields)
    assert "Amina" not in str(record.fields)


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["", "x" * 300, "a\nforged", "Amina Khan"])
def test_a_request_id_is_ours_unless_it_is_one(client, given):
    answer = client.get("/health-not", headers={"x-request-id": given})
    assert answer["X-Request-ID"] != given


def wrapped(about_somebody, **headers):
    def view(request):
        response = HttpResponse("page", headers=headers)
        if about_somebody:
            patch_vary_headers(response, ["Cookie"])
        return response

    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return Headers(view)(request)


def test_a_page_about_somebody_is_kept_nowhere():
    assert wrapped(True)["Cache-Control"] == "no-store"


def test_a_page_about_nobody_may_be_kept():
    assert "Cache-Control" not in wrapped(False)


def test_a_view_that_knows_better_is_heard():
    assert wrapped(True, **{"Cache-Control": "max-age=60"})["Cache-Control"] == "max-age=60"


def test_pages_reach_for_no_camera_or_place():
    assert "camera=()" in wrapped(False)["Permissions-Policy"]
    assert wrapped(False)["Cross-Origin-Resource-Policy"] == "same-origin"
