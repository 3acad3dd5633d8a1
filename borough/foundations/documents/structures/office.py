"""Office files since 2007, and OpenDocument: archives with a certain part inside, no macros, nothing that bursts."""

import struct
import zipfile

from django.utils.translation import gettext as _

from borough.foundations.documents.refused import Refused

from . import NotThis

MUST_HAVE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
MIMETYPE = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
MOST_MEMBERS = 5_000
MOST_DIRECTORY = 1_000_000  # bytes of the archive's list of members, looked at before it is read into memory
MOST_UNPACKED = 500_000_000  # bytes
MOST_RATIO = 200  # unpacked to packed; real documents reach about 30
SMALL = 20_000_000  # bytes unpacked below which the ratio says nothing
END = b"PK\x05\x06"


def check(file, format: str) -> None:
    members = _members(file)
    by_name = {m.filename: m for m in members}
    if format in MUST_HAVE:
        if not {"[Content_Types].xml", MUST_HAVE[format]} <= by_name.keys():
            raise NotThis
    elif not members or members[0].filename != "mimetype" or _first(file, by_name["mimetype"]) != MIMETYPE[format]:
        raise NotThis
    _refuse_bombs(file, members)
    _refuse_macros(by_name)
    if any(m.flag_bits & 1 for m in members):
        raise Refused(_("The selected file has a password. Take the password off, and choose it again"))


def _members(file) -> list[zipfile.ZipInfo]:
    _look_at_directory(file)
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as fault:
        raise Refused(_("The selected file is damaged. Save it again, or choose a different file")) from fault


def _look_at_directory(file) -> None:
    """Refuse a huge list of members before `zipfile` makes an object of each."""
    file.seek(max(0, file.size - 65_557))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + 16:
        raise Refused(_("The selected file is damaged. Save it again, or choose a different file"))
    count, size = struct.unpack_from("<HI", tail, at + 10)
    if count > MOST_MEMBERS or size > MOST_DIRECTORY:
        raise _bomb()


def _first(file, member: zipfile.ZipInfo) -> bytes:
    """The start of a member, never more than a mimetype needs."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(member) as part:
            return part.read(100).strip()
    except Exception as fault:  # zipfile and zlib raise many kinds on hostile input
        raise NotThis from fault


def _refuse_bombs(file, members) -> None:
    packed = sum(m.compress_size for m in members)
    unpacked = sum(m.file_size for m in members)
    overlapping = packed > file.size
    if overlapping or unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * file.size):
        raise _bomb()


def _refuse_macros(by_name) -> None:
    names = [name.lower() for name in by_name]
    if any(n.endswith("vbaproject.bin") or n.startswith(("basic/", "scripts/")) for n in names):
        raise Refused(_("The selected file has macros in it. Save it without macros, and choose it again"))


def _bomb() -> Refused:
    return Refused(_("The selected file is too big when it is opened. Save it as a PDF, and choose that"))
