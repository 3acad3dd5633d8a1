"""A limited view answers too many calls with a kind page."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from borough.foundations.limits.decorators import limited

pytestmark = pytest.mark.django_db


@limited("send:{slug}", most=1, seconds=90)
def view(request, slug):
    return HttpResponse("done")


@pytest.fixture
def call(rf):
    def call(slug="skips", method="post"):
        request = getattr(rf, method)("/")
        request.user = AnonymousUser()
        return view(request, slug=slug)

    return call


def test_the_page_says_when_to_try_again(call):
    assert call().content == b"done"
    page = call()
    assert (page.status_code, page["Retry-After"]) == (429, "90")
    assert "Wait 2 minutes." in page.content.decode()
    assert "What you typed is still there." in page.content.decode()


def test_each_form_is_counted_apart(call):
    call("skips")
    assert call("bins").status_code == 200


def test_looking_is_not_limited(call):
    call()
    assert call(method="get").status_code == 200
