"""Where a case is, in the resident's words."""

from dataclasses import dataclass

from .. import definitions, owing, words
from ..models import TimelineEntry

OURS, YOURS, OPEN, DONE = "With us", "Over to you", "Open", "Finished"


@dataclass(frozen=True)
class Standing:
    """`asked` is what an officer wrote when they asked for something; `since` when the case came to this state."""

    case: object
    title: str
    words: str
    waits: bool  # an answer is looked for, or at least welcome
    needs: bool  # we can do nothing until they answer
    asked: str = ""
    since: object = None
    owes: object = None  # the order that waits to be paid

    @property
    def theirs(self) -> bool:
        """Whether it is for them to do something: to answer us, or to pay."""
        return self.needs or self.owes is not None

    @property
    def tag(self) -> tuple[str, str]:
        """(words, kind of tag)."""
        if not self.case.is_open:
            return DONE, "plain"
        if self.theirs:
            return YOURS, "warning"
        return (OPEN, "plain") if self.waits else (OURS, "notice")


def of(case, entry=None) -> Standing:
    """`entry` is the timeline's last line that entered a state."""
    title = definitions.title(case.slug)
    if case.merged_into_id:
        text = "We had this from you twice, so we closed this one. We are working on the other."
        return Standing(case, title, text, waits=False, needs=False, since=case.closed_at)
    workflow = definitions.workflow(case)
    state = workflow.states[case.state]
    waits = state.waits and case.is_open
    asked = entry.data.get("reason", "") if entry and waits else ""
    return Standing(
        case, title, words.resident_words(case, workflow) or state.label, waits=waits,
        needs=waits and _needs(workflow, case.state, entry, asked), asked=asked, since=entry.at if entry else None,
        owes=owing.unpaid(case),
    )  # fmt: skip


def all_of(cases) -> list[Standing]:
    """The same for many: two queries for all of them, whoever waits for something from them first."""
    cases = list(cases)
    owing.look_up(cases)
    found = [of(case, entry) for case, entry in _entries(cases)]
    return sorted(found, key=lambda standing: not standing.theirs)


def entered(case):
    """The lines that entered a state, oldest first."""
    return case.timeline.exclude(entered="").order_by("at", "pk")


def _entries(cases):
    lines = TimelineEntry.objects.filter(case__in=cases).exclude(entered="")
    last = {line.case_id: line for line in lines.order_by("case_id", "-at", "-pk").distinct("case_id")}
    return [(case, last.get(case.pk)) for case in cases]


def _needs(workflow, state, entry, asked) -> bool:
    """Not everything that waits needs something: a device on loan does not. It does where an officer wrote what is
    missing, or where an answer moves the case on and the officer gave no day of their own."""
    if asked:
        return True
    answer_moves = any(move.on_answer and state in move.from_ for move in workflow.moves.values())
    return answer_moves and not (entry and any((entry.data.get("fields") or {}).values()))
