"""What the residents of the demonstration answered. Each module's `give(rng, person, day)` makes a dict of answers."""

from . import device, foster, grant

OF = {"become-a-foster-carer": foster.give, "borrow-a-device": device.give, "business-support-grant": grant.give}


def whole(form, answers: dict, today) -> dict:
    """Only the answers that count, in the order asked, with None where an optional one was left out."""
    filled = dict(answers)
    while (wanted := form.route(filled, today).wanted) is not None:
        for name in wanted.names:
            filled.setdefault(name, None)
    return form.answered(filled, today)
