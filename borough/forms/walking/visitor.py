"""Somebody who walks a form by itself, over the real views, and says where it goes wrong."""

from django.utils import timezone

from borough.foundations.pay.providers import nobody

from .. import confirming, hooks, queries
from ..actions import token_hash
from ..actions.confirming import new_code
from ..definition.form import CHECK_ANSWERS, TASKS, Form
from ..models import Submission
from ..questions.booking import written
from ..views.place import cookie_name
from .applying import applying
from .papers import sample_files
from .routes import Entries, Walk, plan


class Stuck(Exception):
    """The form did not do what it should. The text says where and what."""


def walk_form(form: Form) -> tuple[int, list[str]]:
    """(ways walked, what went wrong). Each way is a new visitor, from the first page to a submitted case or an end."""
    walks, missed = plan(form, timezone.localdate())
    problems = [_missed(way) for way in sorted(missed)]
    if not walks:
        problems.append("no way leads through this form")
    for walk in walks:
        fault = take(form, walk)
        if fault:
            problems.append(fault)
    return len(walks), problems


class Untaken(str):
    """A way on that no answers we could think of take, from a page to one that another way leads to."""


def _missed(way) -> str:
    page, go = way
    words = f"no answers we could think of lead {f'from “{page}” ' if page else ''}to “{go}”"
    return Untaken(words) if page else words


@nobody()  # nothing is opened at a provider of payments
def take(form: Form, walk: Walk) -> str | None:
    """Take one way. The fault found, or None."""
    visitor = Visitor(form)
    nexts = [name for name, _ in walk.steps[1:]] + ([CHECK_ANSWERS] if walk.sends else [""])
    try:
        for (name, typed), wanted in zip(walk.steps, nexts, strict=True):
            if isinstance(typed, Entries):
                visitor.enter(name, typed, wanted)
            else:
                visitor.answer(name, name, typed, wanted)
        return visitor.send() if walk.sends else None
    except Stuck as stuck:
        return str(stuck)


class Visitor:
    """Somebody with a browser of their own."""

    def __init__(self, form: Form):
        self.form, self.client, self.base = form, applying(form), f"/apply/{form.slug}/"
        self.pages = {page.name: page for page in form.every}

    def answer(self, path: str, name: str, typed, wanted: str) -> None:
        """Open a page, type, and be led to `wanted` (a page, or anywhere if empty). Raises Stuck."""
        page = self.client.get(self.base + path)
        if page.status_code != 200:
            raise Stuck(f"“{name}” answered {page.status_code} where it should be shown")
        if typed is None:
            return
        response = self.client.post(self.base + path, _post(self.pages[name], dict(typed)))
        if response.status_code != 302:
            raise Stuck(f"“{name}” did not take {_shown(typed)}: {_why(response)}")
        if response["Location"].endswith("/confirm"):
            response = self.confirm(response["Location"])
        if wanted and response["Location"].rpartition("/")[2] not in (wanted, TASKS):
            raise Stuck(f"“{name}” led to {response['Location']} and not to “{wanted}” after {_shown(typed)}")

    def confirm(self, step: str):
        """Give back a code for each address that this step asks about, and be led on. Raises Stuck."""
        while (response := self.client.get(step)).status_code == 200:
            journey = queries.journey(token_hash(self.client.cookies[cookie_name(self.form.slug)].value))
            left = confirming.left(self.form, journey, journey.answers, timezone.localdate(), None)
            email = left[step.removeprefix(self.base).removesuffix("/confirm")]
            code = new_code(journey=journey, email=email)  # instead of the one by e-mail, which nobody here reads
            answered = self.client.post(step, {"code": code})
            if answered.status_code != 302:
                raise Stuck(f"the e-mail address could not be confirmed: {_why(answered)}")
        return response

    def enter(self, name: str, entries: Entries, wanted: str) -> None:
        """Enter each into a repeated group and go on from its list. Raises Stuck."""
        group = self.pages[name].group
        for at, steps in enumerate(entries.each, 1):
            base = self._one_more(name, group, at)
            nexts = [inner for inner, _ in steps[1:]] + [name]
            for (inner, typed), after in zip(steps, nexts, strict=True):
                self.answer(f"{name}/{base}/{inner}", inner, typed, after)
            if steps[-1][1] is None:  # an end within the group
                return
        self.answer(name, name, ((group.more.name, "no"),), wanted)

    def _one_more(self, name, group, at) -> str:
        """The key of a new entry, as the list page leads to it."""
        if group.times:
            return str(at)
        response = self.client.get(self.base + name)
        if response.status_code == 200:
            response = self.client.post(self.base + name, {group.more.name: "yes", "do": "continue"})
        if response.status_code != 302:
            raise Stuck(f"“{name}” takes no more than {at - 1}: {_why(response)}")
        return response["Location"].rsplit("/", 2)[1]

    def send(self) -> str | None:
        return _send(self.client, self.form)


def _send(client, form) -> str | None:
    check = client.get(f"/apply/{form.slug}/{CHECK_ANSWERS}")
    if check.status_code != 200:
        return f"check answers answered {check.status_code}"
    client.post(f"/apply/{form.slug}/send")
    sent = client.get(f"/apply/{form.slug}/sent")
    submission = Submission.objects.filter(slug=form.slug).order_by("-pk").first()
    if sent.status_code != 200 or submission is None or submission.reference not in sent.content.decode():
        return "the form was not sent"
    return next((fault for fault in hooks.walked(submission) if fault), None)


def _post(page, typed):
    """What to post: lists as lists, and a real small file where a sample stands."""
    data = {}
    for field, value in typed.items():
        question = page.questions.get(field)
        if question is not None and question.type == "file":
            if value:
                data[field] = sample_files(question)
        elif question is not None and question.type == "booking":
            data[field] = next(map(written, question.free()), "")  # what was planned may be somebody else's by now
        elif isinstance(value, tuple):
            data[field] = list(value)
        else:
            data[field] = value
    return data


def _shown(typed):
    return ", ".join(f"{field}={value!r}" for field, value in typed) or "nothing"


def _why(response):
    import re

    found = re.search(r"govuk-error-summary__list.*?</ul>", response.content.decode(errors="replace"), re.S)
    words = re.sub(r"<[^>]+>|\s+", " ", found[0]) if found else ""
    return " ".join(words.split()).removeprefix('govuk-error-summary__list">') or f"status {response.status_code}"
