"""One module per family of formats: is the file really one, and one that is safe to hand to an officer?

Each has `check(file, format)`: returns when the file is such a thing, raises `NotThis` when it is not, and `Refused`
when it is but we will not have it (a password, macros, a bomb).
"""


class NotThis(Exception):
    """The content is some other format."""
