"""The front page, everywhere."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_front_page_opens(anywhere):
    answer = anywhere.goto("/")
    assert answer.status == 200
    assert anywhere.locator("h1").count() == 1


def test_the_front_page_is_accessible(phone, axe):
    phone.goto("/")
    axe(phone)


def test_an_address_that_is_not_there_is_accessible(desktop, axe):
    assert desktop.goto("/no-such-page/").status == 404
    axe(desktop)
