"""Why something cannot be done as asked."""


class Refused(ValueError):
    """A sentence for whoever asked, which says what to do. `field` is the form's field it is about, or None."""

    def __init__(self, words: str, field: str | None = None):
        super().__init__(words)
        self.field = field
