"""Words between questions: shown where they stand, never asked for, never on check answers."""

import pytest

from tests.forms import made

from ..made import ANSWERS, bike, fill, loaded

pytestmark = pytest.mark.django_db
PAGE = "/apply/everything/to-read"


def test_each_kind_is_drawn(client, everything):
    client.post("/apply/everything/about-you", {"full_name": "Ada <b>", "email": "ada@example.org"})
    client.post(PAGE, {"read_it": "yes"})
    response = client.post(PAGE, {"read_it": "perhaps"})
    page = response.content.decode()
    assert "Thank you, Ada &lt;b&gt;." in page
    assert '<div class="govuk-inset-text">\n  <p class="govuk-body">It takes <strong>five</strong> days.</p>' in page
    assert "You may have to pay.\n" in page.split("govuk-warning-text__text")[1]
    assert "Why we ask" in page.split("govuk-details__summary-text")[1]
    assert '<a class="govuk-link" href="/static/leaflet.pdf" download>Our leaflet</a>' in page


def test_a_page_with_only_words_is_passed_and_not_on_check_answers(client):
    words = "- name: words\n    title: Words\n    questions: [{type: content, text: Only words.}]\n  - name: when"
    made.publish(bike("- name: when", words))
    fill(client, answers=ANSWERS[:3])
    assert "Only words." in client.get("/apply/borrow-a-bike/words").content.decode()
    assert client.post("/apply/borrow-a-bike/words", {})["Location"].endswith("/when")
    fill(client, answers=ANSWERS[3:])
    assert "Only words." not in client.get("/apply/borrow-a-bike/check-answers").content.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("kind: plain", "this needs a `text`"),
        ("kind: details, text: Why", "this needs a `label`"),
        ("kind: download, label: A", "a download needs an `href`"),
        ("text: A, href: /a", "nothing else has one"),
        ("kind: download, label: A, href: 'javascript:alert(1)'", "the address of a file of ours"),
        ("kind: download, label: A, href: //example.org/a", "the address of a file of ours"),
        ("kind: download, label: A, href: /static/../a", "the address of a file of ours"),
        ("name: a, text: A", "we do not know “name” here"),
    ],
)
def test_words_that_cannot_be_shown_are_a_fault(words, said):
    page = f"- name: words\n    title: Words\n    questions: [{{type: content, {words}}}]\n  - name: when"
    faults = loaded(bike("- name: when", page)).faults
    assert [said.lower() in str(fault).lower() for fault in faults] == [True]


def test_a_page_of_words_needs_a_title():
    page = "- name: words\n    questions: [{type: content, text: Words}]\n  - name: when"
    assert "needs a `title`" in str(loaded(bike("- name: when", page)).faults)
