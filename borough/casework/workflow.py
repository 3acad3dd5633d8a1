"""What `workflow` in service.yaml says: states, the moves between them, and the tasks on the way. Data, not code.

Everything here is a pure function of that data: no database, no clock.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from borough.forms.questions import AnyQuestion
from borough.forms.questions.base import UNSAID, Name, Part, Words

from . import deadlines

Role = Literal["officer", "approver", "payer", "manager"]

# A manager may do everything; everybody in the team may do an officer's work.
MAY = {
    "officer": {"officer"},
    "approver": {"officer", "approver"},
    "payer": {"officer", "payer"},
    "manager": {"officer", "approver", "payer", "manager"},
}


def _deadline(text: str) -> str:
    deadlines.read(text)
    return text


Deadline = Annotated[str, AfterValidator(_deadline), Field(description="Such as: 10 working days")]


class State(Part):
    """Where a case can be. `resident` is what the resident reads about it."""

    label: str
    resident: Words = ""
    waits: bool = False  # for the resident: the clock stops and they can answer
    deadline: Deadline | None = None  # a promise of its own, counted from coming here; else the case's goes on
    ends: bool = False
    outcome: str = ""  # how it ended, one word; the state's own name unless given
    frees: bool = False  # gives back the times that the form booked: cancelled, withdrawn
    retired: bool = False  # no case comes here any more; those that are here keep their way out


class Task(Part):
    """Something an officer checks and ticks. `when` says which cases need it."""

    label: str
    hint: str = ""
    when: str = ""


class Move(Part):
    """A step from one state to another, and what it takes."""

    model_config = ConfigDict(populate_by_name=True)

    label: str
    from_: list[str] = Field(alias="from", min_length=1)
    to: str
    hint: str = ""
    role: Role = "officer"
    by: Literal["officer", "resident", "system"] = "officer"
    reason: Literal["required", "optional"] | None = None
    tasks: list[str] = []
    fields: Annotated[list[AnyQuestion], UNSAID] = []  # asked of whoever makes the move
    not_by: str = ""  # four eyes: whoever made that move on the case may not make this one
    message: str = ""
    action: str = ""
    # What makes the system take its own move; `elsewhere`: another part of Borough does, for whoever works there.
    waits_for: Literal["answer", "payment", "elsewhere"] = "answer"
    once_paid: bool = False  # not before the fee, if there is one, is paid

    @property
    def on_answer(self) -> bool:
        """Made by itself when the resident writes."""
        return self.by == "system" and self.waits_for == "answer"


class Workflow(Part):
    start: str
    states: dict[Name, State]
    tasks: dict[Name, Task] = {}
    moves: dict[Name, Move]

    def outcome(self, state: str) -> str:
        """How a case that is in `state` ended; empty while it has not."""
        found = self.states[state]
        return (found.outcome or state) if found.ends else ""


@dataclass(frozen=True)
class Facts:
    """What the rules need to know of one case."""

    state: str
    closed: bool = False
    undone: frozenset[str] = frozenset()  # tasks that this case needs and nobody has done
    history: tuple[tuple[str, str], ...] = ()  # (move, who: "kind:id"), oldest first
    paid: bool = True  # what was owed, if anything


@dataclass(frozen=True)
class Who:
    """Who wants to make a move: `id` is "kind:id"; `roles` are the roles in the case's team."""

    kind: str  # officer, resident, partner, system
    id: str = ""
    roles: frozenset[str] = field(default_factory=frozenset)


def moves_from(workflow: Workflow, state: str) -> dict[str, Move]:
    """The moves out of `state`, in the order in which the definition has them."""
    return {name: move for name, move in workflow.moves.items() if state in move.from_}


def why_not(workflow: Workflow, name: str, *, facts: Facts, who: Who) -> list[str]:
    """Why this move may not be made now by them: sentences for the person who tried. Empty when it may."""
    move = workflow.moves.get(name)
    if move is None:
        return ["There is no such step in this service any more."]
    reasons = []
    if facts.closed:
        reasons.append("This case is closed. Reopen it first.")
    elif facts.state not in move.from_:
        here = workflow.states[facts.state].label if facts.state in workflow.states else facts.state
        reasons.append(f"A case that is “{here}” cannot take the step “{move.label}”.")
    if not _kind_may(move, who):
        reasons.append(f"Only {_THOSE[move.by]} can take this step.")
    elif move.by == "officer" and move.role not in _allowed(who):
        reasons.append(f"Only {_role(move.role)} in this team can take this step.")
    if move.once_paid and not facts.paid:
        reasons.append("They have not paid yet.")
    for task in move.tasks:
        if task in facts.undone:
            label = workflow.tasks[task].label if task in workflow.tasks else task
            reasons.append(f"First do: {label}.")
    if move.not_by and (move.not_by, who.id) in facts.history:
        earlier = workflow.moves.get(move.not_by)
        reasons.append(
            f"You took the step “{earlier.label if earlier else move.not_by}”, so somebody else must take this one."
        )
    return reasons


def in_force(newest: Workflow, older: Workflow | None, state: str) -> Workflow:
    """The workflow that a case in `state` follows: always the newest one.

    Where the state has gone from it, that state stays readable and keeps the ways out that `older` (the version in
    which the case was last moved) gave it, as far as where they lead still exists.
    """
    here = newest.states.get(state)
    if older is None or state not in older.states or (here and (here.ends or moves_from(newest, state))):
        return newest
    ways = {
        name: move.model_copy(update={"from_": [state]})
        for name, move in moves_from(older, state).items()
        if move.to in newest.states and not newest.states[move.to].retired
    }
    kept = older.states[state].model_copy(update={"retired": True})
    return newest.model_copy(
        update={
            "states": newest.states | {state: here or kept},
            "tasks": older.tasks | newest.tasks,
            "moves": newest.moves | ways,
        }
    )


_THOSE = {"officer": "an officer", "resident": "the resident", "system": "the system itself"}


def _kind_may(move: Move, who: Who) -> bool:
    # A partner acts for the resident they help.
    return move.by == ("resident" if who.kind == "partner" else who.kind)


def _allowed(who: Who) -> set[str]:
    return set().union(*(MAY[role] for role in who.roles)) if who.roles else set()


def _role(role: str) -> str:
    return f"an {role}" if role in ("officer", "approver") else f"a {role}"
