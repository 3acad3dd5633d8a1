"""Finding a case by what somebody remembers of it."""

import pytest
from django.urls import reverse

from borough.casework import actions

from . import world


@pytest.fixture
def found(client, form, ann):
    """fn(text) -> whether a search finds the bakery's case."""
    who = world.person(
        name="Zoë O’Neil-Hillgate", email="zoe.hill@example.org", phone="07700 900456",
        address="3 Mill Lane\nExampleton", postcode="SK4 2AB",
    )  # fmt: skip
    case = world.case(form, who, story="We bake sourdough near the viaduct.")
    world.case(form)
    actions.note(case=case, text="The zebra crossing is closed", by=ann)
    world.sign_in(client, ann)

    def search(text):
        response = client.get(reverse("casework:find"), {"q": text})
        assert response.status_code == 200
        return f">{case.reference}</a>" in response.content.decode()

    search.case = case
    return search


@pytest.mark.parametrize(
    "text",
    ["Zoë", "hillgate", "Hillg", "sourd viaduct", "zoe.hill@example.org", "example.org zoe", "SK4 2AB", "sk42ab",
     "Mill Lane", "zebra", "  zebra  crossing ", "07700 900456"],
)  # fmt: skip
def test_found(found, text):
    assert found(text)


@pytest.mark.parametrize(
    "change", [str.lower, lambda r: r.replace("-", ""), lambda r: r.replace("-", " "), lambda r: f" {r} "]
)
def test_by_reference_however_it_is_typed(found, change):
    assert found(change(found.case.reference))


@pytest.mark.parametrize(
    "text",
    ["nobody", "SK1 9ZZ", "HWS-222-222", "'", "& | !", ":*", "\\", "%", "\x00", "‮", "👩‍👩‍👧", "x" * 10_000, "( )"],
)
def test_not_found_and_never_a_fault(found, text):
    assert not found(text)


def test_a_closed_case_is_found_too(found):
    from borough.foundations.audit.actors import RESIDENT

    actions.move(case=found.case, move="withdraw", by=RESIDENT)
    assert found("sourdough")


def test_not_what_another_team_has(found, client, zoe):
    world.sign_in(client, zoe)
    assert not found("sourdough")
    assert not found(found.case.reference)


def test_bank_details_are_not_searched(client, form, ann):
    from borough.forms.questions.bank import BankAccount

    typed = {"bank-name": "Sam Secret", "bank-sort_code": "30-94-30", "bank-account_number": "12344471"}
    case = world.case(form, bank=BankAccount(name="bank", label="Bank").clean(typed, None))
    world.sign_in(client, ann)
    for text in ("12344471", "309430", "Secret"):
        assert case.reference not in client.get(reverse("casework:find"), {"q": text}).content.decode()
