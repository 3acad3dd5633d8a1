"""A case: what is next before anything else."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from borough.foundations.audit import queries as audit
from borough.foundations.documents import queries as documents
from borough.foundations.pay import standing as pay

from .. import actions, answers, deadlines, definitions, matching, owing, policy, storylines, warnings
from .. import links as rooms
from ..models import CaseLink
from ..refusals import Refused
from . import doors, pages


@require_safe
def show(request, reference):
    case = doors.case(request, reference)
    if reference != case.reference:
        return redirect("casework:case", case.reference)
    user, today = request.user, timezone.localdate()
    actions.view(case=case, by=user)
    plan = policy.plan(case)
    seen, elsewhere = matching.seen_before(case, user)
    return pages.render(
        request,
        "casework/case.html",
        {
            "case": case,
            "service": definitions.title(case.slug),
            "label": definitions.label(case),
            "left": deadlines.in_words(case.due_on, today) if case.due_on else "",
            "late": deadlines.is_late(case.due_on, today),
            "next": next_steps(plan, user),
            "answers": answers.rows(case),
            "fields": answers.fields(case),
            "timeline": storylines.lines(case, user),
            "documents": documents.about(case.about),
            "order": (order := owing.order(case)),
            "payment": order and pay.of(order),
            "may_refund": order is not None and actions.may_refund(user, case),
            "seen": seen,
            "elsewhere": elsewhere,
            "links": links(case, user),
            "rooms": rooms.of_case(case, user),
            "warnings": warnings.about(case, seen),
            "looked": audit.who_looked(case)[:10],
            "today": today,
        },
    )


def next_steps(plan, user) -> dict:
    """What to do now: {"tasks": [...], "main": (name, move), "others": [...], "not_yet": [(move, reasons)]}.

    The main step is the one that takes the case on. Where this officer may not make it, "main" is None and "theirs" it.
    """
    moves = plan.moves()
    reasons = {name: plan.why_not(name, user) for name in moves}
    wanted = [task for move in moves.values() for task in move.tasks]
    tied = {task for move in plan.workflow.moves.values() for task in move.tasks}
    names = [name for name in plan.tasks if plan.case.is_open and (name in wanted or name not in tied)]
    tasks = [{"name": name, "task": plan.tasks[name], "done": plan.done.get(name)} for name in names]
    on = way_on(plan, moves)
    main = on if on and all(why.startswith("First do:") for why in reasons[on]) else None
    return {
        "tasks": tasks,
        "left": sum(task["done"] is None for task in tasks),
        "main": (main, moves[main]) if main else None,
        "theirs": moves[on] if on and not main else None,
        "others": [(name, move) for name, move in moves.items() if name != main and not reasons[name]],
        "not_yet": [(move, reasons[name]) for name, move in moves.items() if name != main and reasons[name]],
        "waits": plan.workflow.states[plan.case.state].waits and plan.case.is_open,
    }


def way_on(plan, moves) -> str | None:
    """The name of the move that goes forward: to a later state, but not to ask for something. None if there is none.

    One that needs tasks comes before others, and then what the definition has first.
    """
    states = list(plan.workflow.states)
    here = states.index(plan.case.state) if plan.case.state in states else -1
    forward = [
        name
        for name, move in moves.items()
        if states.index(move.to) > here and not (plan.workflow.states[move.to].waits and move.reason == "required")
    ]
    needs_tasks = [name for name in forward if set(moves[name].tasks) & set(plan.tasks)]
    return next(iter(needs_tasks or forward), None)


def links(case, user):
    """Cases that this one is linked to, merged into or took in, as far as the officer may see them."""
    pairs = CaseLink.objects.filter(a=case) | CaseLink.objects.filter(b=case)
    kinds = {pair.b_id if pair.a_id == case.pk else pair.a_id: pair.get_kind_display() for pair in pairs}
    found = doors.visible_to(user).filter(pk__in=kinds)
    return [(other, kinds[other.pk]) for other in found] + [
        (other, "Merged into this one") for other in doors.visible_to(user).filter(merged_into=case)
    ]


@require_POST
def task(request, reference, name):
    """Tick a task, or take the tick back."""
    case = doors.case(request, reference)
    act = actions.do_task if request.POST.get("done") == "yes" else actions.undo_task
    try:
        act(case=case, task=name, by=request.user)
    except Refused as refused:
        pages.not_done(request, str(refused))
    return redirect(reverse("casework:case", args=[case.reference]) + "#next")


@require_POST
def bank(request, reference, question):
    """Show bank details whole, and record who saw them."""
    case = doors.case(request, reference)
    try:
        account = actions.show_bank(case=case, question=question, by=request.user)
    except Refused as refused:
        pages.not_done(request, str(refused))
        return redirect("casework:case", case.reference)
    return pages.render(request, "casework/bank.html", {"case": case, "account": account})
