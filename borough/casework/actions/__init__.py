"""Every write to a case. Each is one transaction with its audit event and its line on the timeline."""

from .assigning import assign, hand_over
from .changing import hold
from .joining import link, merge
from .keeping import reopen, restrict, set_priority, transfer
from .moving import elsewhere, move
from .opening import open_case
from .refunding import may_refund, refund
from .talking import add_document, ask, message_in, note
from .tasks import do_task, undo_task
from .viewing import show_bank, view
from .warning import end_warning, warn

__all__ = [
    "add_document",
    "ask",
    "assign",
    "do_task",
    "elsewhere",
    "end_warning",
    "hand_over",
    "hold",
    "link",
    "may_refund",
    "merge",
    "message_in",
    "move",
    "note",
    "open_case",
    "refund",
    "reopen",
    "restrict",
    "set_priority",
    "show_bank",
    "transfer",
    "undo_task",
    "view",
    "warn",
]
