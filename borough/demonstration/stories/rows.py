"""The rows of all stories, gathered in memory and written a table at a time."""

from dataclasses import dataclass, field

from borough.casework import searching
from borough.casework.models import Case, CaseLink, MatchKey, Task, TimelineEntry, WarningNote
from borough.forms.models import Journey, Submission
from borough.foundations.audit.models import AuditEvent
from borough.foundations.documents.models import Document
from borough.foundations.messages.models import Message
from borough.foundations.pay.models import Attempt, Order, Refund
from borough.foundations.payments.models import PaymentFile, PaymentOrder


@dataclass
class Rows:
    journeys: list[Journey] = field(default_factory=list)
    submissions: list[Submission] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    timeline: list[tuple[TimelineEntry, Message | None]] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    keys: list[MatchKey] = field(default_factory=list)
    links: list[CaseLink] = field(default_factory=list)
    orders: list[PaymentOrder] = field(default_factory=list)
    owed: list[Order] = field(default_factory=list)  # what people owe us
    attempts: list[Attempt] = field(default_factory=list)  # each paid its order
    refunds: list[Refund] = field(default_factory=list)
    files: list[PaymentFile] = field(default_factory=list)
    warnings: list[WarningNote] = field(default_factory=list)
    audit: list[tuple[AuditEvent, object]] = field(default_factory=list)  # with the record it is about
    words: dict[str, list[str]] = field(default_factory=dict)  # what finds a case, by its reference

    def save(self) -> None:
        """Write everything. What one row says of another by number is filled in once the number is known."""
        for journey in self.journeys:
            journey.changed_at = journey.sent_at or journey.started_at
        keep_dates(self.journeys, "started_at", "changed_at")
        Submission.objects.bulk_create(self.submissions)
        Document.objects.bulk_create(self.documents)
        self._save_cases()
        Message.objects.bulk_create(self.messages)
        for entry, message in self.timeline:
            if message:
                entry.data["message"] = message.pk
        TimelineEntry.objects.bulk_create([entry for entry, _ in self.timeline])
        self._save_payments()
        keep_dates(self.files, "made_at")
        keep_dates(self.orders, "released_at")
        for rows in (self.tasks, self.keys, self.links, self.warnings):
            if rows:
                type(rows[0]).objects.bulk_create(rows)
        for event, record in self.audit:
            event.record_kind, event.record_id = record._meta.model_name, str(record.pk)
        AuditEvent.objects.bulk_create([event for event, _ in self.audit])

    def _save_payments(self):
        """An order is paid by an attempt at it, so it is told by which once that is there."""
        Order.objects.bulk_create(self.owed)
        Attempt.objects.bulk_create(self.attempts)
        Refund.objects.bulk_create(self.refunds)
        for attempt in self.attempts:
            attempt.order.paid_by, attempt.order.paid_at = attempt, attempt.made_at
        Order.objects.bulk_update([attempt.order for attempt in self.attempts], ["paid_by", "paid_at"])

    def _save_cases(self):
        """Those that were merged wait for the numbers of what they were merged into."""
        merged = [case for case in self.cases if case.merged_into]
        Case.objects.bulk_create([case for case in self.cases if not case.merged_into])
        Case.objects.bulk_create(merged)
        for case in self.cases:
            searching.index(case, *self.words[case.reference])


def keep_dates(rows: list, *fields: str) -> None:
    """Write rows with their own dates in fields that the database's clock would set."""
    if rows:
        dates = [[getattr(row, name) for name in fields] for row in rows]
        type(rows[0]).objects.bulk_create(rows)
        for row, own in zip(rows, dates, strict=True):
            for name, date in zip(fields, own, strict=True):
                setattr(row, name, date)
        type(rows[0]).objects.bulk_update(rows, fields)
