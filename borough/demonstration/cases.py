"""Two hundred and fifty cases in every state."""

import datetime
from random import Random

from borough.forms import queries as forms

from .stories import days, extras, paid
from .stories.fields import Fields
from .stories.officers import Officers
from .stories.plots import Plot, plots
from .stories.routes import ROUTES
from .stories.rows import Rows
from .stories.sending import Sending
from .stories.story import Story
from .stories.telling import Telling

# What the two residents whom a visitor may become have with us: (whose, service, steps so far).
THEIRS = (
    ("rosa.hill", "borrow-a-device", ["approve", "make_ready", "lend"]),
    ("rosa.hill", "become-a-foster-carer", ["call", "book"]),
    ("daniel.marsh", "business-support-grant", ["start", "ask"]),
    ("daniel.marsh", "borrow-a-device", []),
)


def tell(rng: Random, day: datetime.date, *, teams, users, people, places) -> Rows:
    """Everything about the cases, in memory."""
    rows, compiled = Rows(), {slug: forms.live(slug) for slug in ROUTES}
    officers = Officers(rng)
    telling = Telling(rng, officers, Fields(rng, day), day)
    workers = [user for user in users.values() if user.organisation_id]
    sending = Sending(rng, rows, compiled, officers.by["customer-contact", "officer"], workers, places)
    planned = plots(rng, {slug: form.sections["workflow"] for slug, form in compiled.items()}, day)
    left = _cast(planned, users, people)
    stories: list[Story] = []
    for plot in planned:
        twin = _twin(rng, plot, stories) if plot.twin else None
        person = twin.case.person if twin else plot.person or _next(left, plot.slug)
        at = twin.at_first + datetime.timedelta(minutes=rng.randint(20, 300)) if twin else _sent(rng, plot.began)
        submission = sending.send(plot.slug, person, at, twin.submission if twin else None)
        story = Story(rows, compiled[plot.slug], teams[compiled[plot.slug].service.team], submission)
        story.at_first = at
        telling.tell(story, plot)
        if plot.merged:
            _merge(rng, story, twin, officers, telling)
        stories.append(story)
    extras.add(rng, rows, stories, teams, officers, telling, day)
    paid.send(rows, officers, day)
    sending.unfinished(left, day)
    return rows


def _cast(planned: list[Plot], users, people) -> list:
    """Give the two residents their own; everybody else, in an order of their own, is left for the others."""
    by_user = {person.user_id: person for person in people if person.user_id}
    for key, slug, steps in THEIRS:
        plot = next(p for p in planned if p.slug == slug and p.steps == steps and not p.twin and p.person is None)
        plot.person = by_user[users[key].pk]
    return [person for person in people if not person.user_id]


def _next(left: list, slug: str):
    """Somebody who has not applied yet and has what this form asks for."""
    needs_both = slug != "borrow-a-device"
    at = next(i for i, person in enumerate(left) if not needs_both or (person.email and person.phone))
    return left.pop(at)


def _twin(rng, plot: Plot, stories: list[Story]) -> Story:
    """An open case of the same service that began long enough ago for this one to be its double."""
    taken = {story.case.merged_into.reference for story in stories if story.case.merged_into}
    return rng.choice(
        [
            story
            for story in stories
            if story.form.slug == plot.slug and story.case.closed_at is None and story.at_first.date() <= plot.began
            and not story.submission.person.user_id and story.case.reference not in taken
        ]
    )  # fmt: skip


def _merge(rng, story: Story, twin: Story, officers: Officers, telling: Telling) -> None:
    officer = officers.any(story.case.team.slug)
    telling.tick(story, days.office(rng, days.working_day_after(story.today, 1)))
    story.view(officer)
    story.merge(twin, officer, "The same request sent twice")


def _sent(rng, began: datetime.date) -> datetime.datetime:
    return days.evening_or_day(rng, began)
