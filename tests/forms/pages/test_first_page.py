"""The first page of a form on a phone: less than 60 kB in all comes over the air, and one stylesheet is waited for."""

import re

import pytest

pytestmark = pytest.mark.django_db
MOST = 60_000
FIRST = "/apply/borrow-a-bike/who"
WAITED_FOR = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SCRIPT = re.compile(r"<script([^>]*)>")
FETCHED = re.compile(r'(?:<link rel="(?:stylesheet|icon)" href|<script [^>]*src|<img [^>]*src)="([^"]+)"')
BEHAVIOURS = "/static/built/govuk-frontend.min.js"  # what borough.js fetches for a page with a button


@pytest.fixture
def page(client, bike):
    return client.get(FIRST).content.decode()


def carried(client, address) -> tuple[int, str]:
    """(bytes that a browser is sent, how they are encoded)."""
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert response.status_code == 200, address
    body = b"".join(response)
    response.close()
    return len(body), response.get("Content-Encoding", "")


def test_all_of_it_is_less_than_60_kb(client, page):
    fetched = {*FETCHED.findall(page), BEHAVIOURS}
    assert len(fetched) == 5  # styles, icon, logo, our script and GOV.UK's
    assert len(page.encode()) + sum(carried(client, address)[0] for address in fetched) < MOST


@pytest.mark.parametrize("address", ["/static/built/borough.css", BEHAVIOURS])
def test_what_is_built_is_sent_compressed(client, address):
    assert carried(client, address)[1] == "gzip", "it was built without: run `make setup`"


def test_one_stylesheet_is_waited_for_and_no_script(page):
    assert len(WAITED_FOR.findall(page)) == 1
    assert "@import" not in page
    for attributes in SCRIPT.findall(page):
        assert "src" not in attributes or 'type="module"' in attributes  # a module never holds up the page
