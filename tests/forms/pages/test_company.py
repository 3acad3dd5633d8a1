"""Questions with buttons of their own on one page with others: nothing typed elsewhere is lost when one is pressed."""

import pytest

from borough.forms.models import Journey
from borough.foundations.documents.models import Document
from borough.foundations.gazetteer.models import Address
from tests.forms import made
from tests.forms.journeys.papers import pdf

pytestmark = pytest.mark.django_db
PAGE = "/apply/borrow-a-bike/all"
TOGETHER = """
  - name: all
    title: All at once
    questions:
      - {name: nick, type: text, label: Your nickname}
      - {name: home, type: address, label: Home}
      - {name: work, type: address, label: Work}
      - {name: proof, type: file, label: Proof of address}
      - {name: photo, type: file, label: A photo, kinds: [pdf, image], most: 1, optional: true}
      - name: kids
        type: table
        label: Children
        columns: [{name: called, type: text, label: Name}]
      - name: how
        type: radios
        label: How?
        options:
          - {value: post, label: Post, reveal: [{name: to, type: address, label: Where to?}]}
          - {value: letter, label: Letter, reveal: [{name: letter, type: file, label: Your letter}]}
          - value: rows
            label: Rows
            reveal: [{name: rows, type: table, label: Rows, columns: [{name: cell, type: text, label: Cell}]}]
          - {value: none, label: None of them}
"""
BY_HAND = {"line_1": "1 Elm Row", "town": "Faraway", "postcode": "M1 1AE"}


def by_hand(name):
    return {f"{name}-{part}": text for part, text in BY_HAND.items()}


WHOLE = {"nick": "Ada", "how": "none", "kids-0-called": "Bo"} | by_hand("home") | by_hand("work")


@pytest.fixture
def there(client, db):
    made.publish(made.bike("pages:", f"pages:{TOGETHER}"))
    for uprn, line_1 in ((101, "2 Lark Road"), (102, "10 Lark Road")):
        Address.objects.create(uprn=uprn, line_1=line_1, town="Ambleton", postcode="SK1 1AA")
    return client


def post(client, do="continue", **typed):
    response = client.post(PAGE, typed | {"do": do})
    return response, response.content.decode()


def answers():
    return Journey.objects.get().answers


def test_an_upload_keeps_what_was_typed_elsewhere(there):
    response, page = post(there, "upload proof", nick="Ada <b>", proof=pdf("bill.pdf"), **{"home-find": "SK1 1AA"})
    assert response.status_code == 200
    assert "There is a problem" not in page
    assert 'value="Ada &lt;b&gt;"' in page
    assert 'value="SK1 1AA"' in page
    assert "bill.pdf" in page
    assert [file["name"] for file in answers()["proof"]] == ["bill.pdf"]


def test_upload_without_a_file_is_said_of_that_question_only(there):
    _, page = post(there, "upload photo", nick="Ada")
    assert page.count("Choose a file first") == 2
    assert '<a href="#photo">Choose a file first' in page
    assert "Enter" not in page.split("</h2>")[1].split("</ul>")[0]


def test_files_for_another_question_are_kept_whichever_button_is_pressed(there):
    for do in ("upload proof", "find home", "add kids", "continue"):
        post(there, do, photo=pdf(f"{do.replace(' ', '-')}.pdf"))
        assert len(answers()["photo"]) == 1


def test_looking_up_one_address_leaves_the_other_alone(there):
    _, page = post(there, "find work", nick="Ada", **by_hand("home"), **{"work-find": "sk11aa"})
    assert "There is a problem" not in page
    assert 'value="1 Elm Row"' in page
    assert page.count("2 addresses found") == 1
    assert 'select" id="work-uprn"' in page


def test_a_postcode_that_is_none_is_said_of_its_own_address(there):
    _, page = post(there, "find work", **{"work-find": "nowhere"})
    assert '<a href="#work-find">Enter a whole UK postcode' in page
    assert "Enter your nickname" not in page


def test_a_look_up_with_nothing_typed_asks_for_a_postcode(there):
    assert '<a href="#home-find">' in post(there, "find home")[1]


def test_one_chosen_stays_chosen_while_something_else_is_wrong(there):
    chosen = {"home-find": "SK1 1AA", "home-uprn": "102"}
    _, page = post(there, nick="", **by_hand("work"), **chosen)
    assert '<a href="#nick">' in page
    assert '<option value="102" selected>10 Lark Road' in page


def test_a_row_added_keeps_the_rest(there):
    _, page = post(there, "add kids", nick="Ada", **{"kids-0-called": "Bo"})
    assert 'name="kids-1-called"' in page
    assert 'value="Ada"' in page


def test_everything_is_kept_at_once(there):
    response, _ = post(there, proof=[pdf("1.pdf"), pdf("2.pdf")], photo=pdf("me.pdf"), **WHOLE)
    assert response.status_code == 302
    assert [file["name"] for file in answers()["proof"]] == ["1.pdf", "2.pdf"]
    assert answers()["kids"] == [{"called": "Bo"}]
    assert answers()["work"]["line_1"] == "1 Elm Row"


def test_taking_a_file_away_keeps_what_was_typed(there):
    post(there, "upload proof", proof=pdf("bill.pdf"))
    _, page = post(there, f"remove proof {answers()['proof'][0]['id']}", nick="Ada")
    assert 'value="Ada"' in page
    assert "bill.pdf" not in page
    assert not Document.objects.exists()


def test_one_question_does_not_take_away_the_files_of_another(there):
    post(there, "upload proof", proof=pdf("bill.pdf"))
    post(there, f"remove photo {answers()['proof'][0]['id']}")
    assert len(answers()["proof"]) == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"how": "post"} | by_hand("to"), {"to": BY_HAND | {"line_2": "", "uprn": None}}),
        ({"how": "rows", "rows-0-cell": "x"}, {"rows": [{"cell": "x"}]}),
    ],
)
def test_they_stand_beneath_an_option_too(there, typed, kept):
    _, page = post(there, proof=pdf(), **WHOLE | {"how": typed["how"]})
    assert "There is a problem" in page
    assert post(there, **WHOLE | typed)[0].status_code == 302
    assert answers() | kept == answers()


def test_a_file_beneath_an_option_is_asked_for_when_it_is_chosen(there):
    _, page = post(there, proof=pdf(), **WHOLE | {"how": "letter"})
    assert '<a href="#letter">Choose your letter' in page
    assert post(there, letter=pdf("dear.pdf"), **WHOLE | {"how": "letter"})[0].status_code == 302
    assert answers()["letter"][0]["name"] == "dear.pdf"


def test_a_file_is_not_lost_when_another_option_is_chosen_for_a_while(there):
    post(there, proof=pdf(), letter=pdf("dear.pdf"), **WHOLE | {"how": "letter"})
    post(there, **WHOLE | {"how": "none"})
    assert answers()["letter"][0]["name"] == "dear.pdf"
    assert "dear.pdf" not in there.get("/apply/borrow-a-bike/check-answers", follow=True).content.decode()


def test_the_enter_key_goes_on_and_presses_no_other_button(there):
    page = there.get(PAGE).content.decode()
    assert page.index('value="continue"') < page.index('value="find home"')


def test_a_file_that_no_longer_counts_is_not_kept_when_the_form_is_sent(there):
    post(there, proof=pdf("bill.pdf"), letter=pdf("dear.pdf"), **WHOLE | {"how": "letter"})
    post(there, **WHOLE | {"how": "none"})
    made.fill(there)
    there.post("/apply/borrow-a-bike/send")
    assert [document.name for document in Document.objects.all()] == ["bill.pdf"]
    assert Document.objects.get().about.startswith("case:")
