"""At most 3 queries to show a page and 5 to take one, however long the form is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from borough.forms import queries
from tests import people

from .. import made

pytestmark = pytest.mark.django_db
TRANSACTION = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def long_form(pages):
    """One of `pages` pages, two questions each, every third with a condition."""
    text = ""
    for n in range(pages):
        text += f"  - name: p{n}\n    title: Page {n}\n    questions:\n"
        text += f"      - {{name: a{n}, type: text, label: Question {n}}}\n"
        text += f"      - {{name: b{n}, type: yes_no, label: Is it {n}?}}\n"
        if n % 3 == 0:
            text += f"    next: [{{when: 'a{n} is \"stop\" and b{n} is no', go: no-cats}}]\n"
    return made.publish(made.bike("  - name: who\n", f"{text}  - name: who\n"))


def counted(act):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        response = act()
    assert response.status_code in (200, 302)
    return sum(not query["sql"].startswith(TRANSACTION) for query in seen)


def costs(client, pages):
    """(first GET, first POST, last GET, last POST) of a form, once its process is warm."""
    long_form(pages)
    address, last = "/apply/borrow-a-bike/p", pages - 1
    client.get(f"{address}0")
    queries.retired()  # every process knows
    found = [counted(lambda: client.get(f"{address}0"))]
    found.append(counted(lambda: client.post(f"{address}0", {"a0": "x", "b0": "yes"})))
    for n in range(1, last):
        client.post(f"{address}{n}", {f"a{n}": "x", f"b{n}": "yes"})
    found.append(counted(lambda: client.get(f"{address}{last}")))
    found.append(counted(lambda: client.post(f"{address}{last}", {f"a{last}": "x", f"b{last}": "yes"})))
    return found


@pytest.mark.parametrize("pages", [5, 150])
def test_for_somebody_not_signed_in(client, pages):
    assert costs(client, pages) == [0, 2, 1, 2]


@pytest.mark.parametrize("pages", [5, 150])
def test_for_somebody_signed_in(pages):
    first_get, first_post, get, post = costs(people.signed_in(people.resident(), factor=None), pages)
    assert max(first_get, get) <= 3
    assert max(first_post, post) <= 5


def test_a_page_with_faults_costs_one_read_and_counting_them(answered):
    assert counted(lambda: answered.post("/apply/borrow-a-bike/name", {"full_name": ""})) == 2


def test_check_answers_costs_one(answered):
    queries.retired()
    assert counted(lambda: answered.get("/apply/borrow-a-bike/check-answers")) == 1
