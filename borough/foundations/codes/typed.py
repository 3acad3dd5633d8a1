"""A code as people type it."""

from django.utils.translation import gettext as _


def digits(text: str) -> str:
    """The six digits in what was typed: 123 456 and 123-456 will do. Raises ValueError, whose words say what to do."""
    found = "".join(text.replace("-", " ").split())
    if not found:
        raise ValueError(_("Enter the code"))
    if not (found.isascii() and found.isdigit() and len(found) == 6):
        raise ValueError(_("Enter the 6 numbers of the code"))
    return found
