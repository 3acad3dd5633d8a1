"""What an account knows is there to see and to change, on a phone and without JavaScript."""

import pytest
from playwright.sync_api import expect

from borough.foundations.people.models import Person
from tests import people
from tests.forms import made

from .accessible import check
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = """  - name: about
    title: About you
    questions:
      - {name: my_name, type: text, label: Your name, prefill: name}
      - {name: my_home, type: address, label: Your home, prefill: address}
"""


@pytest.mark.parametrize("javascript", [True, False])
def test_they_change_one_and_keep_the_other(visit, transactional_db, javascript):
    made.publish(made.bike("pages:\n", f"pages:\n{PAGE}"))
    user = people.resident(email="ada@example.org", name="Ada Example")
    Person.objects.create(user=user, name="Ada Example", address="12 Lark Road\nAmbleton\nSK1 1AA", postcode="SK1 1AA")
    page = visit("narrow", javascript=javascript, user=user)
    page.goto("/apply/borrow-a-bike/about")
    expect(page.get_by_text("We filled in what your account says")).to_be_visible()
    expect(page.get_by_label("Address line 1")).to_have_value("12 Lark Road")
    if javascript:
        check(page)
    page.get_by_label("Your name").fill("Ada Other")
    follow(page.get_by_role("button", name="Continue").last)
    assert page.url.endswith("/who")
    page.goto("/apply/borrow-a-bike/about")
    expect(page.get_by_label("Your name")).to_have_value("Ada Other")
    expect(page.get_by_label("Address line 1")).to_have_value("12 Lark Road")
    expect(page.get_by_text("We filled in")).to_have_count(0)
