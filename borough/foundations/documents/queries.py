"""Reading documents. Each room asks only about what it may see; a download asks `access` as well."""

from uuid import UUID

from django.db.models import Count

from . import access
from .models import Document, Scan


def about(about: str):
    """The documents that belong to something, oldest first."""
    return Document.objects.filter(about=about)


def scans() -> dict[str, int]:
    """How many documents there are in each state of scanning that has any."""
    return dict(Document.objects.order_by("scan").values_list("scan").annotate(Count("pk")))


def infected(ids) -> dict[str, str]:
    """Those of these documents that had a virus: id → name."""
    if not ids:
        return {}
    found = Document.objects.filter(pk__in=ids, scan=Scan.INFECTED).values_list("pk", "name")
    return {str(pk): name for pk, name in found}


def kept(ids) -> set[str]:
    """Those of these documents that there are."""
    return {str(pk) for pk in Document.objects.filter(pk__in=ids).values_list("pk", flat=True)}


def visible(request, id: UUID) -> Document | None:
    """The document, if this request may have it. None alike for a stranger's and for one that never was."""
    document = Document.objects.filter(pk=id).first()
    return document if document and access.may(request, document) else None
