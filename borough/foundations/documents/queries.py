"""Reading documents. Each room asks only about what it may see; a download asks `access` as well."""

from uuid import UUID

from . import access
from .models import Document


def about(about: str):
    """The documents that belong to something, oldest first."""
    return Document.objects.filter(about=about)


def visible(request, id: UUID) -> Document | None:
    """The document, if this request may have it. None alike for a stranger's and for one that never was."""
    document = Document.objects.filter(pk=id).first()
    return document if document and access.may(request, document) else None
