"""Which stories there are: for whom, how far they have come, and when they began."""

import datetime
from dataclasses import dataclass, field
from random import Random

from . import days
from .routes import ENDED, IN_A_LOAN, LATE, LATE_BY, PAUSES, ROUTES, STOOD, USUAL

TWINS = {"close_duplicate"}  # moves of a case that was sent twice
MERGED = {"borrow-a-device": 2, "business-support-grant": 2}  # sent twice too, and merged


@dataclass
class Plot:
    """`pauses` are the working days before each step, `began` the day it was sent. `twin` was sent a second time."""

    slug: str
    steps: list[str]
    twin: bool = False
    merged: bool = False
    person: object = None
    pauses: list[int] = field(default_factory=list)
    began: datetime.date | None = None


def plots(rng: Random, workflows: dict, day: datetime.date) -> list[Plot]:
    """Every plot, those of twins last: they need somebody to be the twin of."""
    found = []
    for slug, routes in ROUTES.items():
        merged = MERGED.get(slug, 0)
        for count, steps in routes:
            for turn in range(count):
                plot = Plot(slug, steps, twin=bool(TWINS & set(steps)), merged=not steps and turn >= count - merged)
                plot.twin = plot.twin or plot.merged
                _when(rng, plot, workflows[slug], day)
                found.append(plot)
    rng.shuffle(found)
    return sorted(found, key=lambda plot: plot.twin)


def _when(rng, plot, workflow, day):
    plot.pauses = [_pause(rng, plot.steps, at) for at in range(len(plot.steps))]
    state, answered = end(workflow, plot.steps)
    if plot.twin:  # it begins when its twin did, which must be this long ago
        stood = 2
    elif workflow.states[state].ends:
        stood = rng.randint(*ENDED)
    elif not answered and not workflow.states[state].waits and rng.random() < LATE:
        stood = rng.randint(*LATE_BY)
    else:
        stood = rng.randint(*((1, 4) if answered else STOOD.get(state, (1, 4))))
    plot.began = days.working_days_before(day, sum(plot.pauses) + stood)


def _pause(rng, steps, at):
    if steps[at] == "in" and "lend" in steps[:at]:
        return rng.randint(*IN_A_LOAN)
    return rng.randint(*PAUSES.get(steps[at], USUAL))


def end(workflow, steps) -> tuple[str, bool]:
    """(the state these steps lead to, whether the last word was the resident's)."""
    state = workflow.start
    for step in steps:
        move = own_move(workflow, state) if step == "in" else step
        state = workflow.moves[move].to if move else state
    return state, steps[-1:] == ["in"]


def own_move(workflow, state) -> str | None:
    """The move that the system makes when the resident answers."""
    return next((name for name, m in workflow.moves.items() if state in m.from_ and m.on_answer), None)
