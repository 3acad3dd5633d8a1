"""Keeping, moving and removing documents."""

import hashlib
import logging
import uuid

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from borough.foundations.audit import actions as audit

from . import content, kinds, names
from .models import Document, Leftover, Scan, store
from .refused import Refused

log = logging.getLogger(__name__)


def keep(*, file: UploadedFile, allowed, max_bytes: int, about: str = "", by) -> Document:
    """Check a file by its content and keep it, with its row and audit event in one transaction.

    `allowed` is a set of `kinds.KINDS`. Where there is a virus scanner, nobody may have it until that has found it
    clean. Raises Refused, whose message is for the person.
    """
    format = check(file, allowed=allowed, max_bytes=max_bytes)
    document = Document(
        name=_named(file, format), kind=format.kind, content_type=format.content_type, size=file.size,
        sha256=_sha256(file), about=about,
    )  # fmt: skip
    if settings.CLAMD_URL:
        document.scan, document.scan_due_at = Scan.WAITING, timezone.now()
    document.key = _put(file)  # last, because some storages close what they have sent
    with transaction.atomic():  # opened only now, not to hold it while the bytes travel
        document.save(force_insert=True)
        data = {"kind": document.kind, "size": document.size, "about": about}
        audit.record(action="document.kept", record=document, by=by, data=data)
    return document


def check(file: UploadedFile, *, allowed, max_bytes: int) -> kinds.Format:
    """What the file is, by its content. Raises Refused, whose message is for the person."""
    _check_size(file, max_bytes)
    return content.identify(file, name=names.safe_name(file.name or ""), allowed=allowed)


@transaction.atomic
def attach(*, documents, about: str, by) -> int:
    """Say what these documents belong to now, such as the case their journey became. Returns how many."""
    moved = list(documents)
    Document.objects.filter(pk__in=[d.pk for d in moved]).update(about=about)
    for document in moved:
        was, document.about = document.about, about
        audit.record(action="document.attached", record=document, by=by, data={"was": was, "about": about})
    return len(moved)


def hold(ids) -> None:
    """Let nothing be found of these documents before the caller's transaction ends, such as while they are sent."""
    list(Document.objects.filter(pk__in=ids).order_by("pk").select_for_update().values_list("pk"))


@transaction.atomic
def discard(*, document: Document, by) -> None:
    """Remove a document that its sender took away before sending, or never sent."""
    _remove(document, action="document.discarded", reason="", by=by)


@transaction.atomic
def erase(*, document: Document, reason: str, by) -> None:
    """Remove a document for good: the row now, the bytes after commit. A reason is required (ValueError)."""
    if not reason.strip():
        raise ValueError("Say why this document is erased")
    _remove(document, action="document.erased", reason=reason, by=by)


@transaction.atomic
def scan_again(*, by) -> int:
    """Have the worker scan what never was scanned, or could not be. Returns how many."""
    found = Document.objects.filter(scan__in=[Scan.NONE, Scan.FAILED])
    count = found.update(scan=Scan.WAITING, scan_due_at=timezone.now(), scan_tries=0)
    audit.record(action="documents.scan_asked", kind="document", by=by, data={"documents": count})
    return count


@transaction.atomic
def viewed(*, document: Document, by) -> None:
    """Record that somebody opened a document."""
    audit.record(action="document.viewed", record=document, by=by, data={"about": document.about})


def clear(leftover: Leftover) -> None:
    """Remove the bytes of an erased document, then the note that they were still there."""
    try:
        store().delete(leftover.key)
    except Exception:
        log.exception("Could not remove an erased document's file; the sweep will try again")
        return
    leftover.delete()


def _remove(document: Document, *, action: str, reason: str, by) -> None:
    audit.record(action=action, record=document, by=by, reason=reason, data={"about": document.about})
    remove_bytes(document)
    document.delete()


def remove_bytes(document: Document) -> None:
    """After commit; until they are gone, the row that says so stays. In a transaction of the caller's."""
    leftover, _new = Leftover.objects.get_or_create(key=document.key)
    transaction.on_commit(lambda: clear(leftover), robust=True)


def _check_size(file: UploadedFile, max_bytes: int) -> None:
    if not file.size:
        raise Refused(_("The selected file is empty. Choose a different file"))
    if file.size > max_bytes:
        said = _("The selected file is {size}. It must be {most} or smaller")
        raise Refused(said.format(size=megabytes(file.size), most=megabytes(max_bytes)))


def megabytes(size: int) -> str:
    """12.3 MB, rounded up to a tenth, so that what is too big never looks as if it fits."""
    tenths = -(-size * 10 // 1_000_000)
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10} MB"


def _put(file: UploadedFile) -> str:
    """Store the bytes under a random key, in the day's folder, where the sweep looks for those no row came to own."""
    file.seek(0)
    try:
        return store().save(f"{timezone.now():%Y/%m/%d}/{uuid.uuid4().hex}", file)
    except Exception as fault:
        log.exception("Could not store an uploaded file")
        raise Refused(_("We could not keep your file. Try again in a few minutes")) from fault


def _named(file: UploadedFile, format: kinds.Format) -> str:
    """The safe name, ending as its content does: phones send pictures under each other's endings, or none."""
    name = names.safe_name(file.name or "")
    stem, ending = names.split(name)
    return name if ending.lower() in format.extensions else f"{stem}.{format.extensions[0]}"


def _sha256(file: UploadedFile) -> str:
    file.seek(0)
    hash = hashlib.sha256()
    for chunk in file.chunks():
        hash.update(chunk)
    return hash.hexdigest()
