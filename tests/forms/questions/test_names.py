"""Streets and organisations that we know, and those we do not."""

import datetime

import pytest

from borough.forms.drawing import draw
from borough.forms.questions import Invalid
from borough.foundations.gazetteer.models import Street
from borough.foundations.people.models import Organisation

from .kinds import make

TODAY = datetime.date(2026, 11, 22)
STREET = make("street")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def streets():
    for usrn, name, town in ((1, "High Street", "Romley"), (2, "High Street", "Ambleton"), (3, "Lark Road", "Romley")):
        Street.objects.create(usrn=usrn, name=name, town=town)


def chosen(text, match=""):
    return STREET.clean({"q": text, "q-match": match}, TODAY)


@pytest.mark.parametrize("typed", ["Lark Road", "lark  road", "Lark Road, Romley"])
def test_a_street_named_whole_is_found(typed):
    assert chosen(typed) == {"usrn": 3, "name": "Lark Road", "town": "Romley"}


def test_where_two_have_one_name_both_are_listed():
    with pytest.raises(Invalid) as wrong:
        chosen("high street")
    html = str(draw(STREET, {"q": "high street", "q-match": ""}, wrong.value.said))
    assert "High Street, Romley" in html
    assert "High Street, Ambleton" in html
    assert chosen("high street", "2 high street")["town"] == "Ambleton"
    assert chosen("High Street, Romley")["usrn"] == 1


def test_a_street_too_new_for_the_list_may_be_typed():
    with pytest.raises(Invalid):
        chosen("New Lane")
    kept = chosen("New Lane", "typed New Lane")
    assert kept == {"usrn": None, "name": "New Lane", "town": ""}
    STREET.recheck(kept, TODAY)


def test_what_was_chosen_for_another_street_does_not_count():
    with pytest.raises(Invalid):
        chosen("Lark", "1 High Street")


def test_an_organisation_we_know_is_known_again():
    Organisation.objects.create(slug="helping-hands", name="Helping Hands")
    question = make("organisation")
    assert question.clean({"q": "helping  hands"}, TODAY) == {"name": "Helping Hands", "slug": "helping-hands"}
    assert question.clean({"q": "Others"}, TODAY) == {"name": "Others", "slug": ""}
    with pytest.raises(Invalid, match="must be 160 characters or fewer"):
        question.clean({"q": "x" * 161}, TODAY)
