import pytest


@pytest.mark.parametrize(
    ("path", "heading"), [("/accessibility/", "Accessibility"), ("/privacy/", "Privacy"), ("/cookies/", "Cookies")]
)
def test_the_pages_the_law_asks_for_need_no_database(client, path, heading):
    answer = client.get(path)
    assert answer.status_code == 200
    assert f'<h1 class="govuk-heading-l">{heading}</h1>' in answer.content.decode()


def test_every_cookie_we_set_is_named(client, settings):
    words = client.get("/cookies/").content.decode()
    assert settings.SESSION_COOKIE_NAME in words
    assert settings.CSRF_COOKIE_NAME in words
