"""Downloading a document."""

import logging
from http import HTTPStatus

from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from . import actions, queries
from .models import Scan

log = logging.getLogger(__name__)

# Whatever is in the file, a browser saves it; if it opens it after all, it does so without scripts or our cookies.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
}


@require_safe
def download(request, id):
    """The file, to whomever a room's rule lets have it; the same 404 to everybody else."""
    document = queries.visible(request, id)
    if document is None:
        raise Http404
    if document.held:
        status = HTTPStatus.GONE if document.scan == Scan.INFECTED else HTTPStatus.FORBIDDEN
        return render(request, "documents/held.html", {"document": document}, status=status)
    try:
        content = document.open()
    except Exception:
        log.exception("A document's file is missing from storage")  # the request's id says which
        return render(request, "documents/missing.html", {"document": document}, status=404)
    if request.user.is_authenticated and request.user.kind != "resident":
        actions.viewed(document=document, by=request.user)
    return FileResponse(
        content, as_attachment=True, filename=document.name, content_type=document.content_type, headers=HEADERS
    )
