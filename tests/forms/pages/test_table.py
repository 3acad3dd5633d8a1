"""A table on its page: rows added, removed and kept, without JavaScript."""

import pytest

from borough.forms.models import Journey

pytestmark = pytest.mark.django_db
PAGE = "/apply/everything/children"
ADA = {
    "your_children-0-called": "Ada ((email))",
    "your_children-0-born-day": "1",
    "your_children-0-born-month": "2",
    "your_children-0-born-year": "2020",
}


def test_a_row_is_added_filled_and_kept(client, everything):
    page = client.post(PAGE, ADA | {"do": "add your_children"}).content.decode()
    assert 'value="Ada ((email))"' in page
    assert 'name="your_children-1-called"' in page
    assert "There is a problem" not in page
    assert client.post(PAGE, ADA).status_code == 302
    kept = Journey.objects.get().answers["your_children"]
    assert kept == [{"called": "Ada ((email))", "born": "2020-02-01", "school": None}]


def test_a_fault_leads_to_its_box(client, everything):
    page = client.post(PAGE, ADA | {"your_children-1-called": "Bo", "your_children-rows": "2"}).content.decode()
    assert '<a href="#your_children-1-born-day">Child 2: ' in page
    assert Journey.objects.count() == 0
