"""Files to send: good ones of every format, and hostile ones."""

import io
import struct
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

ODT = "application/vnd.oasis.opendocument.text"
ODP = "application/vnd.oasis.opendocument.presentation"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXE = b"MZ\x90\0\x03" + b"\0" * 400


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    """An upload that claims whatever its sender likes. Django would already have cut the path off the name."""
    file = SimpleUploadedFile("x", content, content_type="application/pdf")
    file._name = name
    return file


def picture(format: str, size=(20, 20)) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "teal").save(content, format)
    return content.getvalue()


def archive(members: dict[str, bytes | str], *, squeeze: bool = False) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return content.getvalue()


def docx(**more: bytes | str) -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"} | more, squeeze=True)


def xlsx(**more: bytes | str) -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"} | more)


def opendocument(mimetype: str, **more: bytes | str) -> bytes:
    return archive({"mimetype": mimetype, "content.xml": "<content/>"} | more)


def old_office(*streams: str) -> bytes:
    return OLE + b"".join(stream.encode("utf-16-le") + b"\0" * 64 for stream in streams)


def locked(content: bytes) -> bytes:
    """The archive with its first member marked as encrypted."""
    at = content.index(b"PK\x01\x02") + 8
    flags = struct.unpack_from("<H", content, at)[0] | 1
    return content[:at] + struct.pack("<H", flags) + content[at + 2 :]


GOOD = {
    "letter.pdf": PDF,
    "photo.jpg": picture("JPEG"),
    "photo.png": picture("PNG"),
    "photo.gif": picture("GIF"),
    "photo.webp": picture("WEBP"),
    "letter.docx": docx(),
    "letter.odt": opendocument(ODT),
    "letter.doc": old_office("WordDocument"),
    "sums.xlsx": xlsx(),
    "sums.ods": opendocument(ODS),
    "sums.xls": old_office("Workbook"),
    "slides.pptx": archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<presentation/>"}),
    "slides.odp": opendocument(ODP),
    "slides.ppt": old_office("PowerPoint Document"),
    "notes.txt": b"Ring in the morning\n",
    "sums.csv": "day,£\n1,2\n".encode("cp1252"),
}
