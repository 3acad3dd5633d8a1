"""Looking an address up by postcode, by UPRN and by words."""

import pytest

from borough.foundations.gazetteer import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("lark_road")]


def lines(addresses):
    return [address.line_1 for address in addresses]


def test_addresses_at_a_postcode_come_in_house_order():
    assert lines(queries.at_postcode("sk11aa")) == ["2 Lark Road", "10 Lark Road", "10a Lark Road"]


def test_a_look_up_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert {a.ward.name for a in queries.at_postcode("SK1 1AA")} == {"Larkside"}


@pytest.mark.parametrize("typed", ["SK9 9ZZ", "nonsense", "", None, "\0"])
def test_nothing_there_is_an_empty_list(typed):
    assert queries.at_postcode(typed) == []


def test_get_finds_by_uprn():
    assert queries.get(101).line_1 == queries.get(" 101 ").line_1 == "10 Lark Road"


@pytest.mark.parametrize("uprn", [999, "", "x", "-1", "1" * 40, "١٠١", "\0", None])
def test_get_of_anything_else_is_none(uprn):
    assert queries.get(uprn) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bakery", ["12 Lark Road"]),
        ("Lark 10a", ["10a Lark Road"]),
        ("2 lark ro", ["2 Lark Road"]),
        ("SK1 1AB", ["12 Lark Road"]),
        ("sk11ab", ["12 Lark Road"]),
        ("nowhere", []),
        ("", []),
        ("' & | ! :* ( \\ \0", []),
        ("lark & | road' )", ["2 Lark Road", "10 Lark Road", "10a Lark Road", "12 Lark Road"]),
    ],
)
def test_search_finds_every_word(text, found):
    assert lines(queries.search(text)) == found


def test_search_gives_no_more_than_asked():
    assert len(queries.search("lark", most=2)) == 2
