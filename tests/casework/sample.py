"""A small service with every kind of move, for tests."""

import copy

from borough.casework.workflow import Workflow

WORKFLOW = {
    "start": "received",
    "states": {
        "received": {"label": "Received", "resident": "We have your request. An officer reads it by ((deadline))."},
        "checks": {"label": "Checks", "resident": "We are checking what you told us."},
        "waiting": {"label": "Waiting for information", "resident": "We need something from you.", "waits": True},
        "approved": {"label": "Approved", "resident": "We said yes."},
        "paid": {"label": "Paid", "resident": "We paid you.", "ends": True, "outcome": "paid"},
        "refused": {"label": "Refused", "resident": "We said no.", "ends": True},
        "withdrawn": {"label": "Withdrawn", "resident": "You took it back.", "ends": True},
    },
    "tasks": {
        "identity": {"label": "Check who they are"},
        "premises": {"label": "Visit the premises", "when": 'kind is "shop"'},
    },
    "moves": {
        "check": {"label": "Start checks", "from": ["received"], "to": "checks"},
        "ask": {
            "label": "Ask for something", "from": ["received", "checks"], "to": "waiting",
            "reason": "required", "message": "ask",
        },
        "answered": {"label": "They answered", "from": ["waiting"], "to": "checks", "by": "system"},
        "approve": {
            "label": "Approve", "from": ["checks"], "to": "approved", "role": "approver", "reason": "optional",
            "tasks": ["identity", "premises"], "message": "approved",
            "fields": [
                {"name": "amount", "type": "money", "label": "How much?"},
                {"name": "visit_on", "type": "date", "label": "When did we visit?", "optional": True},
            ],
        },
        "pay": {"label": "Release payment", "from": ["approved"], "to": "paid", "role": "payer", "not_by": "approve"},
        "refuse": {
            "label": "Refuse", "from": ["received", "checks", "waiting"], "to": "refused", "role": "approver",
            "reason": "required", "message": "refused",
        },
        "withdraw": {
            "label": "Withdraw", "from": ["received", "checks", "waiting"], "to": "withdrawn", "by": "resident",
        },
    },
}  # fmt: skip


def workflow(**changes) -> Workflow:
    return Workflow.model_validate(data(**changes))


def data(**changes) -> dict:
    return copy.deepcopy(WORKFLOW) | changes


SERVICE = {
    "title": "Help with a shop",
    "summary": "Ask for help with a shop.",
    "area": "council",
    "team": "business-support",
    "reference": "HWS",
    "who": ["resident", "officer"],
    "contact": {"phone": "0161 496 0100"},
    "privacy": {"purpose": "To decide.", "basis": "Law.", "shared": "Nobody.", "kept": "2 years."},
    "person": {"name": "full_name", "email": "email", "phone": "phone", "address": "address"},
    "pages": [
        {
            "name": "you",
            "title": "About you",
            "questions": [
                {"name": "full_name", "type": "text", "label": "Full name"},
                {"name": "email", "type": "email", "label": "E-mail", "optional": True},
                {"name": "phone", "type": "phone", "label": "Phone", "optional": True},
                {
                    "name": "kind", "type": "radios", "label": "What kind?",
                    "options": [{"value": "shop", "label": "A shop"}, {"value": "stall", "label": "A stall"}],
                },
                {"name": "story", "type": "long_text", "label": "Tell us more", "optional": True, "max_length": 20000},
                {"name": "bank", "type": "bank_account", "label": "Bank account", "optional": True},
            ],
        },
        {"name": "where", "questions": [{"name": "address", "type": "address", "label": "Where is it?"}]},
    ],
    "deadline": "10 working days",
    "workflow": WORKFLOW,
    "messages": {
        "received": {"subject": "We have it (((reference)))", "body": "Dear ((name))\n\nWe answer by ((deadline))."},
        "ask": {"subject": "Send more", "body": "Dear ((name))\n\n((reason))\n\n((link))", "text": "((reason))"},
        "approved": {"subject": "We said yes", "body": "You get ((amount))."},
        "refused": {"subject": "We said no", "body": "((reason))"},
    },
    "measures": [
        {"key": "shops-helped", "title": "Shops helped", "unit": "cases", "definition": "Cases that were paid.",
         "direction": "up", "count": {"entered": "paid"}},
        {"key": "shops-in-checks", "title": "Shops in checks", "unit": "cases", "definition": "Cases in checks.",
         "direction": "down", "count": {"state": "checks"}},
        {"key": "shops-asked", "title": "Shops that asked", "unit": "cases", "definition": "Cases sent.",
         "direction": "up", "count": {"submitted": True}},
    ],
}  # fmt: skip
SLUG = "help-with-a-shop"


def service(**changes) -> dict:
    return copy.deepcopy(SERVICE) | changes
