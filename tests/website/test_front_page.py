import pytest

from borough.website.models import HomePage

pytestmark = pytest.mark.django_db


def test_the_front_page_answers_by_itself_without_a_redirect(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert b"How can we help?" in answer.content


def test_it_takes_few_queries(client, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(12):
        client.get("/")


def test_it_answers_even_where_no_editor_left_a_page(client):
    HomePage.objects.all().delete()
    assert client.get("/").status_code == 200


def test_it_shows_what_the_editors_wrote(client):
    page = HomePage.objects.get()
    page.title, page.lead = "Hello", "Everything in one place."
    page.save_revision().publish()
    words = client.get("/").content.decode()
    assert "Hello" in words
    assert "Everything in one place." in words
