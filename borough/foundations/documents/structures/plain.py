"""Plain text, and CSV, which has commas, semicolons or tabs: nothing marks them, so no other format's beginning may."""

from . import NotThis

OTHERS = (b"<", b"%PDF", b"{\\rtf", b"#!", b"MZ", b"PK\x03\x04")
CONTROL = bytes(set(range(32)) - {9, 10, 13})


def check(file, format: str) -> None:
    file.seek(0)
    content = file.read().removeprefix(b"\xef\xbb\xbf")
    if content.lstrip().startswith(OTHERS) or len(content.translate(None, CONTROL)) != len(content):
        raise NotThis
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        if any(byte in content for byte in b"\x81\x8d\x8f\x90\x9d"):  # what Windows-1252 leaves undefined
            raise NotThis from None
    if format == "csv" and not any(mark in content for mark in (b",", b";", b"\t", b"\n")):
        raise NotThis
