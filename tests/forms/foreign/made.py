"""Small forms of our own in the other formats."""

import copy

XGOV = {
    "metadata": {},
    "startPage": "/start",
    "name": "Hire a hall",
    "pages": [
        {
            "path": "/start",
            "controller": "./pages/start.js",
            "title": "Hire a hall",
            "next": [{"path": "/your-name"}],
            "components": [{"type": "Para", "content": "<p>You can hire <b>any</b> hall.</p>"}],
        },
        {
            "path": "/your-name",
            "title": "Your name",
            "section": "you",
            "next": [{"path": "/kind"}],
            "components": [
                {"type": "TextField", "name": "fullName", "title": "Your full name", "options": {}, "schema": {}},
                {"type": "EmailAddressField", "name": "email", "title": "Your e-mail address", "options": {}},
            ],
        },
        {
            "path": "/kind",
            "title": "What for?",
            "components": [{"type": "RadiosField", "name": "kind", "title": "What is it for?", "list": "kinds"}],
            "next": [{"path": "/party", "condition": "isParty"}, {"path": "/adult"}],
        },
        {
            "path": "/party",
            "title": "The party",
            "next": [{"path": "/summary"}],
            "components": [
                {"type": "NumberField", "name": "guests", "title": "How many guests?", "schema": {"min": 1, "max": 90}},
                {"type": "DatePartsField", "name": "day", "title": "Which day?", "options": {"maxDaysInPast": 0}},
            ],
        },
        {
            "path": "/adult",
            "title": "Are you over 18?",
            "next": [{"path": "/too-young", "condition": "isChild"}, {"path": "/summary"}],
            "components": [{"type": "YesNoField", "name": "adult", "title": "Are you over 18?"}],
        },
        {
            "path": "/too-young",
            "title": "You are too young",
            "controller": "TerminalPageController",
            "components": [{"type": "Html", "content": "<p>Ask somebody older.</p>"}],
            "next": [],
        },
        {"path": "/summary", "controller": "./pages/summary.js", "title": "Summary", "components": [], "next": []},
    ],
    "lists": [
        {
            "name": "kinds",
            "title": "Kinds",
            "type": "string",
            "items": [
                {"text": "A party", "value": "A party!", "description": "With music"},
                {"text": "A meeting", "value": "meeting"},
            ],
        }
    ],
    "sections": [{"name": "you", "title": "About you"}],
    "conditions": [
        {
            "name": "isParty",
            "value": {
                "name": "isParty",
                "conditions": [
                    {
                        "field": {"name": "kind", "type": "RadiosField"},
                        "operator": "is",
                        "value": {"type": "Value", "value": "A party!"},
                    }
                ],
            },
        },
        {"name": "isChild", "value": "adult == false"},
    ],
    "fees": [{"description": "Hall", "amount": 2550, "condition": "isParty", "multiplier": "guests"}],
    "outputs": [{"type": "email", "outputConfiguration": {"emailAddress": "someone@example.org"}}],
}

DEFRA = {
    "engine": "V2",
    "schema": 2,
    "name": "Keep bees",
    "startPage": "/name",
    "pages": [
        {
            "id": "a",
            "path": "/name",
            "title": "",
            "next": [],
            "components": [
                {
                    "id": "c1",
                    "type": "TextField",
                    "name": "abcdef",
                    "title": "Your full name",
                    "options": {},
                    "schema": {},
                }
            ],
        },
        {
            "id": "b",
            "path": "/kept-before",
            "title": "",
            "next": [],
            "components": [
                {
                    "id": "c2",
                    "type": "YesNoField",
                    "name": "bcdefg",
                    "title": "Have you kept bees before?",
                    "options": {},
                }
            ],
        },
        {
            "id": "c",
            "path": "/years",
            "title": "",
            "condition": "k1",
            "next": [],
            "components": [
                {"id": "c3", "type": "NumberField", "name": "cdefgh", "title": "For how many years?", "options": {}}
            ],
        },
        {
            "id": "d",
            "path": "/hives",
            "title": "Your hives",
            "controller": "RepeatPageController",
            "next": [],
            "repeat": {"options": {"name": "hives", "title": "Hive"}, "schema": {"min": 1, "max": 3}},
            "components": [
                {"id": "c4", "type": "TextField", "name": "defghi", "title": "Where does it stand?", "options": {}}
            ],
        },
        {"id": "e", "path": "/summary", "title": "", "controller": "SummaryPageController", "next": []},
    ],
    "conditions": [
        {
            "id": "k1",
            "displayName": "kept",
            "items": [{"id": "i1", "componentId": "c2", "operator": "is", "type": "BooleanValue", "value": True}],
        }
    ],
    "lists": [],
    "sections": [],
}


def xgov(**more) -> dict:
    return copy.deepcopy(XGOV) | more


def defra(**more) -> dict:
    return copy.deepcopy(DEFRA) | more
