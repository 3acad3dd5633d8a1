"""The labels of a very long list, for a script; and no other question's."""

import pytest

from ..made import EVERYTHING, everything_from, publish

pytestmark = pytest.mark.django_db
PLACES = ", ".join(f"{{value: p{n}, label: Place <{n}>}}" for n in range(765))
SHORT = "[{value: fr, label: France}, {value: gb, label: United Kingdom}, {value: other, label: Elsewhere}]"
CHOICES = "/apply/everything/choices/born_in"


def test_the_labels_come_in_their_order_and_may_be_kept_for_a_while(client):
    publish(EVERYTHING.replace(SHORT, f"[{PLACES}]"), "everything")
    response = client.get(CHOICES)
    assert response.json() == [f"Place <{n}>" for n in range(765)]
    assert response["Cache-Control"] == "private, max-age=600"
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize("name", ["born_in", "full_name", "nothing", "%00", "a" * 500])
def test_other_questions_have_none(client, everything, name):
    assert client.get(f"/apply/everything/choices/{name}").status_code == 404


def test_the_list_is_not_in_the_page(client):
    publish(everything_from("born-in").replace(SHORT, f"[{PLACES}]"), "everything")
    html = client.get("/apply/everything/born-in").content.decode()
    assert '<script type="module" src="/static/autocomplete.js"></script>' in html
    assert 'data-choices="born_in"' in html
    assert "Place" not in html
    assert "autocomplete.js" not in client.get("/services/everything/").content.decode()
