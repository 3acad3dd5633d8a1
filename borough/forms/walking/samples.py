"""One whole set of made-up answers, for looking at what becomes of them."""

import datetime

from ..definition.form import Form
from .routes import plan


def answers(form: Form, today: datetime.date) -> dict:
    """Those of the longest way through that ends in sending, as they would be kept; {} where none does."""
    walks = [walk for walk in plan(form, today)[0] if walk.sends]
    return form.submitted(max(walks, key=lambda walk: len(walk.steps)).answers, today) if walks else {}
