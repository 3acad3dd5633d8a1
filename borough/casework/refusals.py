"""Why something was not done, in sentences for the person who tried."""


class Refused(Exception):
    """Nothing was changed. `reasons` are sentences, each saying what to do where there is something to do."""

    def __init__(self, *reasons: str):
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)


class StaleCase(Refused):
    """Somebody else changed the case, or is changing it now."""


class NotYours(Refused):
    """They may not see this case."""

    def __init__(self):
        super().__init__("This case is not with your team.")
