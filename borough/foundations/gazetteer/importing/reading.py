"""Reading an address file line by line, whatever program saved it."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .columns import BadFile, read_header

CHUNK = 1 << 20


def encoding(path: Path) -> str:
    """UTF-8 (with or without its mark), UTF-16 with its mark, else Windows-1252, which Excel writes here."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        start = file.read(CHUNK)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        try:
            chunk = start
            while chunk:
                decoder.decode(chunk)
                chunk = file.read(CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def decoded(data: bytes) -> str:
    """A whole small file as text, by the same rule."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


@contextmanager
def opened(path: Path) -> Iterator[tuple[list[str], Iterator]]:
    """The columns of the file and its rows: (line number, {column: text}), or (line number, csv.Error).

    Raises BadFile when it is no such file. Lines are counted from 1, the header being the first.
    """
    try:
        file = path.open(encoding=encoding(path), errors="replace", newline="")
    except OSError as fault:
        raise BadFile(f"Cannot read {path}: {fault.strerror}.") from fault
    with file:
        reader = csv.reader(file, delimiter=_delimiter(file))
        try:
            columns = read_header(next(reader, []))
        except csv.Error as fault:
            raise BadFile(f"{path.name} is not a CSV file: {fault}.") from fault
        yield columns, _rows(reader, columns)


def _delimiter(file) -> str:
    header = file.readline(10_000)
    file.seek(0)
    return max(",;\t", key=header.count)


def _rows(reader, columns: list[str]) -> Iterator:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield reader.line_num, fault
            continue
        if any(cell.strip() for cell in cells):
            yield reader.line_num, dict(zip(columns, cells, strict=False))
