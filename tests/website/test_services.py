import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def read_from_files(settings):
    settings.SERVICES_RELOAD = True


def test_the_front_page_leads_with_what_people_come_for(client):
    words = client.get("/").content.decode()
    assert 'href="/services/borrow-a-device/">Borrow a device</a>' in words
    assert "Digital Communities" in words
    assert words.index("Borrow a device") < words.index("What we are working on")


def test_search_engines_are_told_of_them(client):
    assert "/services/borrow-a-device/</loc>" in client.get("/sitemap.xml").content.decode()
