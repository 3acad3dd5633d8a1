import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from borough.foundations.people.models import User
from borough.website.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor_page():
    """The editor's first page as its own view answers, sign-in apart."""
    from django.contrib.sessions.backends.db import SessionStore

    def get(path):
        request = RequestFactory().get(path)
        request.user = User.objects.create_superuser(email="editor@example.org", password="x" * 20)
        request.session = SessionStore()
        from django.contrib.messages.storage.fallback import FallbackStorage

        request._messages = FallbackStorage(request)
        view = resolve(path)
        return view.func(request, *view.args, **view.kwargs)

    return get


@pytest.mark.parametrize("path", ["/editor/", "/editor/login/", "/editor/pages/", "/editor/password_reset/"])
def test_it_has_no_door_of_its_own(client, path):
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_its_policy_lets_no_inline_script_run(editor_page):
    answer = editor_page(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    assert "'unsafe-inline'" not in answer._csp_replace["script-src"]
    assert answer._csp_replace["frame-ancestors"] == ["'self'"]


def test_its_date_fields_say_as_data_what_wagtail_says_as_script(editor_page):
    front = HomePage.objects.get()
    answer = editor_page(reverse("wagtailadmin_pages:add", args=["website", "articlepage", front.pk]))
    words = answer.rendered_content if hasattr(answer, "rendered_content") else answer.content.decode()
    assert 'data-chooser="initDateChooser"' in words
    assert "<script>init" not in words


def test_it_asks_nobody_elsewhere(settings):
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_ENABLE_WHATS_NEW_BANNER is False


def test_a_preview_may_stand_in_its_frame():
    front = HomePage.objects.get()
    answer = front.make_preview_request(preview_mode=front.default_preview_mode)
    assert answer.status_code == 200
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
