"""Reading documents. Each room asks only about what it may see; a download asks `access` as well."""

from .models import Document


def about(about: str):
    """The documents that belong to something, oldest first."""
    return Document.objects.filter(about=about)
