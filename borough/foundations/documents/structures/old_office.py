"""Office files from before 2007: one container, told apart by the streams named in it."""

from django.utils.translation import gettext as _

from borough.foundations.documents.refused import Refused

from . import NotThis

HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAM = {"doc": "WordDocument", "xls": "Workbook", "ppt": "PowerPoint Document"}
MACROS = "_VBA_PROJECT"
PASSWORD = "EncryptedPackage"  # noqa: S105  the stream of a newer file with a password, kept in the old container


def check(file, format: str) -> None:
    file.seek(0)
    content = file.read()
    if not content.startswith(HEADER):
        raise NotThis
    if _named(PASSWORD, content):
        raise Refused(_("The selected file has a password. Take the password off, and choose it again"))
    if not _named(STREAM[format], content):
        raise NotThis
    if _named(MACROS, content):
        raise Refused(_("The selected file has macros in it. Save it without macros, and choose it again"))


def _named(stream: str, content: bytes) -> bool:
    return stream.encode("utf-16-le") in content
