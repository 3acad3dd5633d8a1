"""Whether a workflow that has the right shape can also work. Each check yields (path, message)."""

from borough.forms.definition import checks as forms_checks
from borough.forms.definition.model import Service
from borough.forms.registries import actions

from .words import CASE_WORDS, PLACEHOLDER
from .workflow import Workflow, moves_from

AT = "workflow"


def check(service: Service, workflow: Workflow, sections: dict):
    """Every fault of a workflow: names that are not there, states nobody comes to or can leave."""
    questions = {question.name: question for _, _, question in forms_checks.located(service)}
    yield from start(workflow)
    yield from moves(service, workflow, sections.get("fees"))
    yield from states(workflow)
    yield from bookings(workflow, questions.values())
    yield from tasks(workflow, questions)
    yield from fields(workflow, questions)
    asked = {field.name for move in workflow.moves.values() for field in move.fields}
    worked_out = {value.name for value in service.calculated}
    yield from forms_checks.placeholders(service, extra=asked)
    yield from words(workflow, set(questions) | asked | worked_out)


def start(workflow):
    state = workflow.states.get(workflow.start)
    if state is None:
        yield (AT, "start"), f"there is no state “{workflow.start}”"
    elif state.retired:
        yield (AT, "start"), f"“{workflow.start}” is retired, so no case can start there"
    elif state.ends:
        yield (AT, "start"), f"“{workflow.start}” ends the case, so nothing could be done with it"


def moves(service, workflow, fees=()):
    labels = {}
    for name, move in workflow.moves.items():
        here = (AT, "moves", name)
        for at, state in enumerate(move.from_):
            if state not in workflow.states:
                yield (*here, "from", at), f"there is no state “{state}”"
            elif workflow.states[state].ends:
                yield (*here, "from", at), f"“{state}” ends the case, so nothing can move on from it"
            elif (label := (state, move.label, move.by)) in labels:
                yield (
                    (*here, "label"),
                    f"“{labels[label]}” is also called “{move.label}” in “{state}”: officers could not tell them apart",
                )
            else:
                labels[label] = name
        if move.to not in workflow.states:
            yield (*here, "to"), f"there is no state “{move.to}”"
        elif workflow.states[move.to].retired:
            yield (*here, "to"), f"“{move.to}” is retired, so no case can move there"
        for at, task in enumerate(move.tasks):
            if task not in workflow.tasks:
                yield (*here, "tasks", at), f"there is no task “{task}”"
        if move.not_by and move.not_by not in workflow.moves:
            yield (*here, "not_by"), f"there is no move “{move.not_by}”"
        elif move.not_by == name:
            yield (
                (*here, "not_by"),
                "a move cannot be kept from itself: name the move that somebody else must have made",
            )
        if move.message and move.message not in service.messages:
            yield (*here, "message"), f"there is no message “{move.message}”"
        if move.action and move.action not in actions:
            known = f"; there are: {', '.join(actions.names())}" if actions.names() else ""
            yield (*here, "action"), f"there is no action “{move.action}”{known}"
        if move.waits_for != "answer" and move.by != "system":
            yield (*here, "waits_for"), "only a move by the system is made by itself: add `by: system`"
        if (move.once_paid or move.waits_for == "payment") and not fees:
            part = "once_paid" if move.once_paid else "waits_for"
            yield (*here, part), "nothing is paid for this service: add `fees`"
        if move.by != "officer" and move.waits_for != "elsewhere":  # there, people fill it in
            yield from _for_officers_only(here, move)


def _for_officers_only(here, move):
    for part, what in (
        ("tasks", "do tasks"),
        ("fields", "fill in fields"),
        ("not_by", "be checked by a second officer"),
    ):
        if getattr(move, part):
            yield (*here, part), f"only officers {what}, and this move is made by the {move.by}"
    if move.role != "officer":
        yield (*here, "role"), f"only officers have a role, and this move is made by the {move.by}"
    if move.by == "system" and move.reason == "required":
        yield (*here, "reason"), "the system has no reasons of its own: leave `reason` out"


def states(workflow):
    reached, todo = set(), [workflow.start]
    while todo:
        state = todo.pop()
        if state not in reached:
            reached.add(state)
            todo += [move.to for move in moves_from(workflow, state).values()]
    for name, state in workflow.states.items():
        here = (AT, "states", name)
        if state.retired:
            if not state.ends and not moves_from(workflow, name):
                yield here, f"cases that are “{name}” have no way out: keep a move from it"
            continue
        if name not in reached:
            yield here, f"no move leads to “{name}”: add one, or mark it `retired: true`"
        if not state.ends and not moves_from(workflow, name):
            yield here, f"“{name}” has no way out: add a move from it, or `ends: true`"
        if state.ends and state.waits:
            yield (*here, "waits"), f"“{name}” ends the case, so it cannot also wait for the resident"
        if state.outcome and not state.ends:
            yield (*here, "outcome"), f"“{name}” does not end the case, so it has no outcome"
    yield from no_end(workflow, reached)


def bookings(workflow, questions):
    """A time that was booked is given back where a resident withdraws, and nothing else can be."""
    booked = any(question.type == "booking" for question in questions)
    for name, state in workflow.states.items():
        if state.frees and not booked:
            yield (AT, "states", name, "frees"), "the form books no times: leave `frees` out"
        withdrawn = state.ends and any(m.by == "resident" and m.to == name for m in workflow.moves.values())
        if booked and withdrawn and not state.frees:
            yield (AT, "states", name), f"who withdraws keeps the time they booked: add `frees: true` to “{name}”"


def no_end(workflow, reached):
    """A state from which no case can ever end."""
    ending = {name for name, state in workflow.states.items() if state.ends}
    growing = True
    while growing:
        more = {
            n
            for n in workflow.states
            if n not in ending and any(m.to in ending for m in moves_from(workflow, n).values())
        }
        growing = bool(more)
        ending |= more
    for name in workflow.states:
        if name in reached and name not in ending and moves_from(workflow, name):
            yield (
                (AT, "states", name),
                f"a case that is “{name}” can never end: no way on leads to a state with `ends: true`",
            )


def tasks(workflow, questions):
    for name, task in workflow.tasks.items():
        for message in forms_checks.condition(task.when, questions) if task.when else ():
            yield (AT, "tasks", name, "when"), message


def fields(workflow, questions):
    for name, move in workflow.moves.items():
        seen = set()
        for at, field in enumerate(move.fields):
            here = (AT, "moves", name, "fields", at)
            if field.name in questions:
                yield (*here, "name"), f"a question of the form is called “{field.name}” already: choose another name"
            if field.name in seen:
                yield (*here, "name"), f"two fields of this move are called “{field.name}”"
            seen.add(field.name)
            if not field.steady or field.secret or any(True for _ in field.children()):
                yield (*here, "type"), f"a move cannot ask a {field.type} question, nor one that reveals another"
            for beneath, message in field.faults():
                yield (*here, *beneath), message


def words(workflow, known):
    """((names)) in what residents read that nothing fills."""
    for name, state in workflow.states.items():
        for found in PLACEHOLDER.findall(state.resident):
            if found not in known | CASE_WORDS:
                yield (AT, "states", name, "resident"), f"nothing is called “{found}”, so (({found})) would stay empty"
