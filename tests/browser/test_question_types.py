"""Each type of question on a page of its own: empty, wrong, filled, read through and sent. Axe finds nothing.

On a phone with JavaScript and once more without. The forms are the examples of docs/reference/questions/.
"""

import pytest
from playwright.sync_api import expect

from borough.forms.models import Submission
from borough.forms.reference import examples
from borough.forms.reference.examples import EXAMPLES, KINDS
from tests.forms import made

from .accessible import check
from .answering import fill, go_on
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
ASKING = [type for type in EXAMPLES if KINDS[type].asks]
PARTS = [
    ASKING[at : at + 7] for at in range(0, len(ASKING), 7)
]  # of a form each, for making one takes as long as a page
SLUG = "examples"
# What is kept of these is made on the way: the part that an answer given again has too.
SAME = {
    "booking": lambda value: value["minutes"],
    "file": lambda value: [file["name"] for file in value],
    "bank_account": lambda value: value["last"],
}


@pytest.mark.parametrize("javascript", [True, False], ids=["with-js", "without-js"])
@pytest.mark.parametrize("types", PARTS, ids="-".join)
def test_each_is_asked_refused_answered_and_sent(visit, transactional_db, types, javascript):
    look = check if javascript else lambda page: None  # axe is a script itself
    form = made.publish(examples.together(types), SLUG)
    page = visit("narrow", javascript=javascript)
    for type in types:
        page.goto(f"/apply/{SLUG}/{EXAMPLES[type].page}")
        answered(page, EXAMPLES[type], look)
    page.goto(f"/apply/{SLUG}/check-answers")
    look(page)
    follow(page.locator("[data-main]"))
    sent = Submission.objects.get().answers
    for type in types:
        same = SAME.get(type, lambda value: value)
        assert same(sent[form.pages[EXAMPLES[type].page].asking[0].name]) == same(EXAMPLES[type].answer), type


def answered(page, example, look):
    """Empty, then with what is wrong, then with the answer that was kept. `look(page)` at each."""
    here = page.url
    look(page)
    if not example.part.optional:
        go_on(page)
        assert page.title().startswith("Error: "), here
        for link in page.locator(".govuk-error-summary a").all():
            assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1, link.get_attribute("href")
        look(page)
    fill(page, example.part, example.answer)
    go_on(page)
    assert page.url != here, page.locator(".govuk-error-summary").all_inner_texts()
    page.goto(here)
    look(page)


@pytest.mark.parametrize("type", sorted(EXAMPLES.keys() - ASKING))
def test_words_between_questions(narrow, transactional_db, type):
    example = EXAMPLES[type]
    made.publish(example.definition, example.slug)
    for name, page in example.form.pages.items():
        narrow.goto(f"/apply/{example.slug}/{name}")
        for question in page.questions.values():
            fill(narrow, question, example.given[question.name])
        if name != example.page:
            go_on(narrow)
    check(narrow)
    for answer in example.given:
        expect(narrow.locator("main")).to_contain_text(example.form.questions[answer].display(example.given[answer]))
