"""One case's story, told as the actions of casework tell it, but with the story's own clock and into `Rows`.

Each method is named for the action whose rows it makes; a test holds the two together.
"""

import datetime

from django.utils.text import Truncator

from borough.casework import deadlines, matching, paying, words
from borough.casework.actions.joining import MERGED
from borough.casework.actions.opening import title
from borough.casework.actions.telling import route
from borough.casework.connections import sender
from borough.casework.models import Case, MatchKey, Task, TimelineEntry
from borough.casework.paying import ACTION as ORDER
from borough.casework.timeline import Kind
from borough.forms import answers
from borough.forms.definition import conditions
from borough.foundations.audit.actors import RESIDENT, SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.actions import LONGEST_TEXT
from borough.foundations.messages.models import Message
from borough.foundations.payments.models import PaymentOrder

from . import owing
from .rows import Rows


class Story:
    """`at` is the story's clock: set it, then tell what happened. `history` is (move, user) of every move made."""

    def __init__(self, rows: Rows, form, team, submission):
        self.rows, self.form, self.submission = rows, form, submission
        self.workflow = form.sections["workflow"]
        self.at: datetime.datetime = submission.submitted_at
        self.history: list[tuple[str, object]] = []
        self.done: set[str] = set()
        self.notes: list[str] = []
        self.before = ""  # the state it was in until its last move
        self._open(team)

    @property
    def today(self) -> datetime.date:
        return self.at.date()

    @property
    def needed(self) -> list[str]:
        """The tasks this case needs, by name."""
        logic = self.form.logic(self.submission.answers)
        return [
            name
            for name, task in self.workflow.tasks.items()
            if not task.when or conditions.evaluator(conditions.parse(task.when))(logic, self.today)
        ]

    def _open(self, team):
        submission, form, person = self.submission, self.form, self.submission.person
        by = sender(submission)
        self.audit("submission.sent", submission, by, slug=form.slug, channel=submission.channel)
        self.case = case = Case(
            reference=submission.reference, slug=form.slug, title=title(form, person), submission=submission,
            version=submission.version, person=person, postcode=person.postcode, team=team, state=self.workflow.start,
            opened_at=self.at, due_on=deadlines.due(form.sections["deadline"], self.today),
            paused_on=self.today if self.workflow.states[self.workflow.start].waits else None,
        )  # fmt: skip
        self.owed = case.owed = owing.owe(self)
        self.rows.cases.append(case)
        self.tell(Kind.SENT, "sent it", by, entered=case.state, channel=submission.channel)
        keys = sorted(matching.keys(person, submission.answers))
        self.rows.keys += [MatchKey(case=case, kind=kind, digest=digest) for kind, digest in keys]
        shown = [row["text"] for row in answers.rows(form, submission.answers)]
        self.rows.words[case.reference] = [person.name, person.email, person.phone, *shown]
        self.audit("case.opened", case, by, service=case.slug, team=team.slug)
        self.message("received", by, key=f"received:{case.reference}")

    def move(self, name: str, by, *, reason: str = "", fields: dict | None = None):
        step, case = self.workflow.moves[name], self.case
        self._changed(by)
        was = self.before = case.state
        case.state = step.to
        fields = {question.name: (fields or {}).get(question.name) for question in step.fields}
        case.fields = case.fields | {field: value for field, value in fields.items() if value is not None}
        state = self.workflow.states[step.to]
        if state.deadline:
            case.due_on, case.paused_on = deadlines.due(state.deadline, self.today), None
        self.run_clock(waits=state.waits)
        if state.ends:
            case.paused_on, case.closed_at, case.outcome = None, self.at, self.workflow.outcome(step.to)
        data = {"move": name, "from": was, "to": step.to}
        self.tell(Kind.MOVED, step.label, by, entered=step.to, reason=reason, fields=fields, label=state.label, **data)
        self.audit("case.moved", case, by, reason=reason, **data)
        self.history.append((name, by))
        if step.message:
            self.message(step.message, by, reason=reason)
        if step.action == ORDER:
            self._order(step.not_by, by)

    def _order(self, approval: str, by):
        case, account = self.case, paying.bank_account(self.case)
        approved_by = next(who for move, who in reversed(self.history) if move == approval)
        order = PaymentOrder(
            about=case.about, team=case.team, payee={"sealed": account["sealed"]}, last=account["last"],
            pence=case.fields["amount"], approved_by=approved_by.actor.id, released_by=by.actor.id,
            released_by_name=by.actor.name, released_at=self.at,
        )  # fmt: skip
        self.rows.orders.append(order)
        self.audit("payment.ordered", order, by, about=case.about, pence=order.pence)

    def run_clock(self, *, waits: bool):
        case = self.case
        if waits and not case.paused_on:
            case.paused_on = self.today
        elif not waits and case.paused_on:
            case.due_on = deadlines.resumed(case.due_on, case.paused_on, self.today)
            case.paused_on = None

    def do_task(self, name: str, by):
        self._changed(by)
        self.done.add(name)
        self.rows.tasks.append(Task(case=self.case, name=name, done_at=self.at, done_by=by))
        self.tell(Kind.TASK, f"did: {self.workflow.tasks[name].label}", by, task=name)
        self.audit("case.task_done", self.case, by, task=name)

    def assign(self, to, by):
        self._changed(by)
        was, self.case.assignee = self.case.assignee_id, to
        self.tell(Kind.ASSIGNED, "took the case" if by == to else f"gave it to {to}", by, to=to.pk)
        self.audit("case.assigned", self.case, by, was=was, to=to.pk)

    def note(self, text: str, by):
        self._changed(by)
        self.notes.append(text)
        self.tell(Kind.NOTE, text, by)
        self.rows.words[self.case.reference].append(text)
        self.audit("case.noted", self.case, by)

    def message_in(self, text: str):
        """The resident writes: the clock starts again, by the workflow's own move where it has one."""
        self._changed(RESIDENT)
        self.tell(Kind.MESSAGE_IN, text, RESIDENT)
        self.rows.words[self.case.reference].append(text)
        self.case.answered_at = self.at
        if self.case.paused_on:
            moves = self.workflow.moves.items()
            own = next((name for name, m in moves if self.case.state in m.from_ and m.on_answer), None)
            if own:
                self.move(own, SYSTEM)
                self.case.revision -= 1  # one change, made of both
            else:
                self.run_clock(waits=False)
        self.audit("case.answered", self.case, RESIDENT, documents=0)

    def ask(self, text: str, by):
        self._changed(by)
        subject = f"{self.form.service.title} ({self.case.reference})"
        self._send(subject, words.letter(self.case, text), "", by, own=text)
        self.audit("case.asked", self.case, by)

    def set_priority(self, priority: str, by):
        self._changed(by)
        was, self.case.priority = self.case.priority, priority
        self.tell(Kind.CHANGED, f"made it {priority} priority", by, was=was, priority=priority)
        self.audit("case.prioritised", self.case, by, was=was, to=priority)

    def restrict(self, reason: str, by):
        self._changed(by)
        self.case.restricted, self.case.restricted_because = True, reason
        self.tell(Kind.CHANGED, "restricted it to managers and whoever has it", by, reason=reason)
        self.audit("case.restricted", self.case, by, reason=reason, restricted=True)

    def transfer(self, team, reason: str, by):
        self._changed(by)
        was, self.case.team, self.case.assignee = self.case.team, team, None
        self.tell(Kind.TRANSFER, f"transferred it from {was} to {team}", by, reason=reason)
        self.audit("case.transferred", self.case, by, reason=reason, was=was.slug, to=team.slug)

    def reopen(self, reason: str, by):
        case = self.case
        self._changed(by)
        case.state = self.before
        case.closed_at, case.outcome = None, ""
        case.due_on = deadlines.due(self.form.sections["deadline"], self.today)
        case.paused_on = self.today if self.workflow.states[case.state].waits else None
        self.tell(Kind.REOPENED, "opened it again", by, entered=case.state, reason=reason)
        self.audit("case.reopened", case, by, reason=reason, to=case.state)
        self.message("reopened", by, reason=reason)

    def merge(self, into: "Story", by, reason: str):
        self._changed(by)
        into._changed(by)
        case = self.case
        case.merged_into, case.closed_at, case.outcome, case.paused_on = into.case, self.at, MERGED, None
        into.at = max(into.at, self.at)
        mine, theirs = case.reference, into.case.reference
        self.tell(Kind.MERGED, f"merged it into {theirs}", by, other=theirs, reason=reason)
        into.tell(Kind.MERGED, f"merged {mine} into it", by, other=mine, reason=reason)
        self.audit("case.merged", case, by, reason=reason, into=theirs)

    def view(self, by):
        self.audit("case.viewed", self.case, by)

    def message(self, name: str, by, *, reason: str = "", key: str = ""):
        by = by if by.actor.kind == "officer" else SYSTEM
        template = self.form.service.messages[name]
        values = words.values(self.case, reason=reason)
        values["pay"] = words.link(self.case)  # a link to pay is signed with the moment, so no two would be the same
        subject, body, text = (
            words.fill(part, values)
            for part in (template.subject, words.with_link(template.body), words.with_link(template.text))
        )
        self._send(subject, body, text, by, key)

    def _send(self, subject, body, text, by, key="", own=""):
        person = self.case.person
        channel, to = route(person)
        body = Truncator(text or body).chars(LONGEST_TEXT) if channel == "text" else body
        sent = self.at + datetime.timedelta(seconds=4)
        message = Message(
            channel=channel, to=to.strip(), subject=" ".join(subject.split())[:300], body=body.strip(),
            about=self.case.about, key=key, format=person.format, status="sent", attempts=1, due_at=self.at,
            sent_at=sent, created_at=self.at,
        )  # fmt: skip
        self.rows.messages.append(message)
        self.audit("message.written", message, by, channel=channel, about=self.case.about)
        self.tell(Kind.MESSAGE_OUT, body, by, message, channel=channel, subject=subject, words=own)

    def tell(self, kind, text, by, message=None, entered="", **data):
        who = by.actor
        entry = TimelineEntry(
            case=self.case, at=self.at, kind=kind, text=text, entered=entered, data=data,
            who_kind=who.kind, who_id=who.id, who_name=who.name,
        )  # fmt: skip
        self.rows.timeline.append((entry, message))

    def audit(self, action, record, by, reason="", **data):
        who = by.actor
        name = "Resident" if who.kind == "resident" else who.name
        event = AuditEvent(
            at=self.at, actor_kind=who.kind, actor_id=who.id, actor_name=name, action=action, reason=reason, data=data
        )
        self.rows.audit.append((event, record))

    def _changed(self, by):
        self.case.revision += 1
        if by.actor.kind == "officer":
            self.case.answered_at = None
