"""One whole set of made-up answers, for looking at what becomes of them."""

import datetime

from ..definition.form import Form
from ..reading import clean, typed_of
from .routes import plan


def answers(form: Form, today: datetime.date) -> dict:
    """Those of the longest way through that ends in sending; {} where none does."""
    walks = [walk for walk in plan(form, today)[0] if walk.sends]
    found: dict = {}
    for name, typed in max(walks, key=lambda walk: len(walk.steps)).steps if walks else ():
        page = form.pages[name]
        found |= clean(page, typed_of(page, {}) | {field: _thawed(value) for field, value in typed}, today, {})[0]
    return form.answered(found, today)


def _thawed(value):
    """A walk's steps are frozen to be compared: lists as tuples, and a file as a tuple of pairs."""
    return [dict(one) if isinstance(one, tuple) else one for one in value] if isinstance(value, tuple) else value
