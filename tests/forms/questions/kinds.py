"""One question of every type, and one of each that says more."""

from borough.forms.questions import TYPES

OPTIONS = [{"value": "a", "label": "A"}, {"value": "b", "label": "<b>B</b>"}, {"divider": "or"}]
OPTIONS += [{"value": "none", "label": "None"}]
PLACES = [{"value": f"p{n}", "label": f"Place <{n}>"} for n in range(765)]
COLUMNS = [
    {"name": "called", "type": "text", "label": "Name"},
    {"name": "born", "type": "date", "label": "Date of birth", "latest": "today"},
    {"name": "costs", "type": "money", "label": "Cost <each>", "optional": True},
]
HOURS = [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "09:00", "to": "12:00"}]
MORE = {
    "radios": {"options": OPTIONS},
    "checkboxes": {"options": [*OPTIONS[:3], OPTIONS[3] | {"exclusive": True}], "most": 2},
    "select": {"options": OPTIONS},
    "booking": {"diary": "visits", "hours": HOURS, "places": 2},
    "table": {"columns": COLUMNS, "row": "child"},
    "autocomplete": {"options": [*OPTIONS[:2], OPTIONS[3]]},
}
SPECIAL = {
    "text, by pattern": {"type": "text", "pattern": "[0-9]{8}|[A-Z]{2}[0-9]{6}", "example": "SC123456"},
    "text, of some length": {"type": "text", "min_length": 5, "max_length": 30},
    "one box at most": {"type": "checkboxes", "options": OPTIONS[:2], "most": 1},
    "one of very many": {"type": "autocomplete", "options": PLACES},
    "long text, of some length": {"type": "long_text", "min_length": 60, "max_length": 100},
    "long text, formatted": {"type": "long_text", "rich": True, "max_words": 500},
    "long text, of some words": {"type": "long_text", "max_words": 5},
    "number, between": {"type": "number", "min": 3, "max": 12, "unit": "people"},
    "number, with decimals": {"type": "number", "min": "-0.5", "decimals": 2},
    "number, below nought": {"type": "number", "max": -5},
    "money, between": {"type": "money", "min": "500", "max": "10000.50"},
    "date, over 21": {"type": "date", "latest": "today - 21 years"},
    "date, soon": {"type": "date", "earliest": "today", "latest": "today + 3 months"},
    "time, in office hours": {"type": "time", "earliest": "09:00", "latest": "17:30"},
    "month, past": {"type": "month_year", "earliest": "today - 5 years", "latest": "today"},
    "day and time, soon": {"type": "date_time", "earliest": "today", "latest": "today + 3 months"},
    "address, if any": {"type": "address", "optional": True},
    "rows, if any": {"type": "table", "columns": COLUMNS[:1], "optional": True},
    "rows, several": {"type": "table", "columns": COLUMNS, "least": 2, "most": 3},
    "one file": {"type": "file", "most": 1},
    "two files at least": {"type": "file", "least": 2, "kinds": ["presentation", "text"]},
}


def make(type, **more):
    fields = {"name": "q", "label": "What is it?", "type": type} | MORE.get(type, {}) | more
    return TYPES[type].model_validate(fields)


LOOKED_UP = {"address", "street", "organisation", "map_point", "booking"}  # these ask the database
ALL = {type: make(type) for type in TYPES} | {name: make(**more) for name, more in SPECIAL.items()}
