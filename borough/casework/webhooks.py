"""Telling back offices of a case that moved, where its service says so."""

from borough.forms.webhooks import told
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import actions
from borough.foundations.webhooks.registry import body

from . import definitions

MOVED = "case.moved"
SHAPE = "borough.case-move.v1"


def moved(*, case, move: str, by) -> None:
    """Write the deliveries of a move, in its transaction. They say where the case is, and nothing of the person."""
    to = told(definitions.newest(case), "moved")
    if to:
        actions.announce(event=MOVED, about=case.about, to=to, data=_facts(case, move), by=SYSTEM)


@body(MOVED)
def facts(delivery) -> dict:
    """As it was when the case moved: by now it may have moved on."""
    return {"shape": SHAPE} | delivery.data


def _facts(case, move) -> dict:
    workflow = definitions.workflow(case)
    return {
        "reference": case.reference,
        "service": case.slug,
        "move": {"name": move, "label": workflow.moves[move].label},
        "state": {"name": case.state, "label": workflow.states[case.state].label},
        "closed": not case.is_open,
    }
