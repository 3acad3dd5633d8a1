"""Somebody who answers a form in a browser, page after page, from a dict of answers."""

from playwright.sync_api import expect

from borough.forms import queries

from .hands import CONTINUE, Pointer
from .papers import paper
from .sending import answered

CHECK = "check-answers"


class Applicant:
    """Answers `slug` in `page` with `answers` (see routes.py), by the hands given."""

    def __init__(self, page, slug, answers, *, hands=Pointer):
        self.page, self.slug, self.answers = page, slug, answers
        self.hand = hands(page)
        self.form = queries.live(slug)

    @property
    def at(self) -> str:
        """The name of the page of the form."""
        return self.page.url.partition("?")[0].rsplit("/", 1)[1]

    @property
    def summary(self):
        return self.page.locator(".govuk-error-summary")

    def start(self):
        self.page.goto(f"/services/{self.slug}/")
        self.hand.press("[data-main]")
        return self

    def jump(self, name):
        """Straight to the page `name`; those before it are answered out of sight, which is quicker."""
        cookie = f"form-{self.slug}"
        kept = answered(self.slug, self.answers, name).cookies[cookie].value
        self.page.goto("/")
        self.page.context.add_cookies([{"name": cookie, "value": kept, "url": self.page.url}])
        self.page.goto(f"/apply/{self.slug}/{name}")
        return self

    def to(self, name=CHECK, look=None):
        """On until the page `name`, which is left unanswered. `look(applicant)` is called on each page before."""
        passed = 0
        while self.at != name:
            passed += 1
            assert passed <= len(self.form.pages), f"{self.page.url}: {name} is not on the way"
            if look:
                look(self)
            self.one()
        return self

    def one(self):
        """Answer this page and continue."""
        before = self.at
        self.fill()
        self.hand.press(CONTINUE)
        assert self.at != before, f"{self.page.url}: {' / '.join(self.summary.all_inner_texts())}"
        return self

    def empty(self):
        """Continue with nothing answered."""
        self.hand.press(CONTINUE)
        return self

    def send(self) -> str:
        """Send, from check answers. Returns the reference."""
        self.hand.press("[data-main]")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("We have it")
        return self.page.locator(".govuk-panel strong").inner_text()

    def fill(self):
        """Answer all of this page that there are answers for."""
        for question in self.form.pages[self.at].asked(self.answers):
            if question.name in self.answers:
                getattr(self, f"_{question.template}", self._box)(question.name, self.answers[question.name])

    def _box(self, name, answer):
        self.hand.write(name, answer)

    def _radios(self, name, answer):
        self.hand.choose(name, answer)

    _yes_no = _radios

    def _checkboxes(self, name, answer):
        for value in answer:
            self.hand.choose(name, value)

    def _declaration(self, name, answer):
        self.hand.choose(name, "yes")

    def _select(self, name, answer):
        self.hand.pick(name, answer)

    def _date(self, name, answer):
        for part, text in zip(("day", "month", "year"), answer.split(), strict=True):
            self.hand.write(f"{name}-{part}", text)

    def _bank_account(self, name, answer):
        for part, text in answer.items():
            self.hand.write(f"{name}-{part}", text)

    def _file(self, name, answer):
        self.hand.attach(name, [paper(file) for file in answer])

    def _address(self, name, answer):
        if "find" in answer:
            self.hand.write(f"{name}-find", answer["find"])
            self.hand.press(f"button[value='find {name}']")
            self.hand.pick(f"{name}-uprn", answer["uprn"])
        else:
            self.hand.open("Enter the address by hand")
            for part, text in answer.items():
                self.hand.write(f"{name}-{part}", text)
