"""A formatted answer, as it is read: on check answers, and by officers."""

import pytest

from borough.casework.models import Case
from tests import people

from ..made import bike, fill, publish

pytestmark = pytest.mark.django_db
WORDS = "**Two** things:\n\n- a [bell](https://x.example)\n- <b>lights</b>"
SHOWN = ["<strong>Two</strong> things:", "<li>a [bell](https://x.example)</li>", "<li>&lt;b&gt;lights&lt;/b&gt;</li>"]


@pytest.mark.parametrize("rich", [True, False])
def test_it_is_shown_formatted_where_the_question_says_so(client, rich):
    question = "{name: needs, type: long_text, label: What do you need?" + (", rich: true}" if rich else "}")
    publish(bike("  - name: email\n", f"  - name: needs\n    questions: [{question}]\n  - name: email\n"))
    fill(client, answers=[("who", {"who": "me"}), ("name", {"full_name": "Ada"}), ("needs", {"needs": WORDS})])
    fill(client, answers=[("email", {"email": "ada@example.org"})])
    date = {"wanted_on-day": "27", "wanted_on-month": "3", "wanted_on-year": "2030"}
    fill(client, answers=[("when", date)])
    check = client.get("/apply/borrow-a-bike/check-answers").content.decode()
    client.post("/apply/borrow-a-bike/send")
    case = Case.objects.get()
    officer = people.signed_in(people.officer("bikes")).get(f"/work/cases/{case.reference}/").content.decode()
    for html in (check, officer):
        assert all((part in html) == rich for part in SHOWN)
    assert case.submission.answers["needs"] == WORDS
