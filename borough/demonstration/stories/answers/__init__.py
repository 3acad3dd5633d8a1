"""What the residents of the demonstration answered. Each module's `give(rng, person, day)` makes a dict of answers."""

from . import device, foster, grant, stall

OF = {
    "become-a-foster-carer": foster.give,
    "book-a-market-stall": stall.give,
    "borrow-a-device": device.give,
    "business-support-grant": grant.give,
}


def pages(form, answers: dict, today) -> list[dict]:
    """The answers page by page, as a journey keeps them: None where nothing was answered. Only pages on the way."""
    filled = dict(answers)
    while (wanted := form.route(filled, today).wanted) is not None:
        for name in wanted.names:
            filled.setdefault(name, None)
    return [{name: filled[name] for name in page.names} for page in form.route(filled, today).pages]


def joined(pages: list[dict]) -> dict:
    return {name: value for page in pages for name, value in page.items()}
