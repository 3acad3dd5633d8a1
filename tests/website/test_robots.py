import pytest
from django.test import RequestFactory

from borough.website import views


def test_a_demonstration_is_not_to_be_found(client, settings):
    settings.DEMONSTRATION = True
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


def test_a_real_council_is_but_not_what_is_private(client):
    words = client.get("/robots.txt").content.decode()
    assert "Disallow: /work/" in words
    assert "Disallow: /\n" not in words
    assert "Sitemap: http://testserver/sitemap.xml" in words


@pytest.mark.django_db
def test_the_site_map_lists_what_is_public():
    answer = views.sitemap(RequestFactory().get("/sitemap.xml"))
    words = answer.content.decode()
    assert answer["Content-Type"] == "application/xml"
    assert "<loc>http://testserver/</loc>" in words
    assert "<loc>http://testserver/services/</loc>" in words
