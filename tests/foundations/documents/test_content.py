"""A file is what is in it. Good ones are known; ones that lie, hide something or burst are refused."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from borough.foundations.documents import Refused, content, kinds
from borough.foundations.documents.structures import office

from . import files

ALL = set(kinds.KINDS)


def identify(name, bytes_, allowed=ALL):
    return content.identify(files.sent(name, bytes_), name=name, allowed=allowed)


@pytest.mark.parametrize("name", files.GOOD)
def test_every_format_is_known(name):
    assert name.rsplit(".")[-1] in identify(name, files.GOOD[name]).extensions


@pytest.mark.parametrize("name", files.GOOD)
def test_a_file_without_an_ending_is_known_by_its_content(name):
    if not name.endswith((".csv", ".txt")):  # which nothing marks but its name
        assert identify("file", files.GOOD[name]) == identify(name, files.GOOD[name])


def test_a_phones_heic_photo_is_a_picture():
    photo = files.picture("HEIF")
    assert identify("IMG_0001.HEIC", photo).content_type == "image/heic"


def test_a_picture_under_another_pictures_ending_is_a_picture():
    assert identify("screenshot.jpg", files.picture("PNG")).content_type == "image/png"


@pytest.mark.parametrize(
    ("name", "bytes_"),
    [
        ("setup.exe", files.EXE),
        ("page.html", files.HTML),
        ("drawing.svg", files.SVG),
        ("page", files.HTML),
        ("drawing", files.SVG),
        ("setup", files.EXE),
        ("macro.docm", files.docx()),
        ("archive.zip", files.archive({"a": "b"})),
        ("archive", files.archive({"a": "b"})),
        ("scan.tiff", files.picture("TIFF")),
        ("nothing", b"\0"),
    ],
)
def test_what_we_do_not_take_says_what_we_do(name, bytes_):
    with pytest.raises(Refused, match=r"must be a PDF, .+ or a text file|damaged"):
        identify(name, bytes_)


@pytest.mark.parametrize(
    ("name", "bytes_"),
    [
        ("letter.pdf", files.EXE),
        ("letter.pdf", files.HTML),
        ("letter.pdf", b"\n" + files.PDF),
        ("letter.pdf", files.picture("PNG")),
        ("photo.png", files.HTML),
        ("photo.png", files.SVG),
        ("photo.jpg", files.PDF),
        ("letter.docx", files.xlsx()),
        ("letter.docx", files.archive({"a": "b"})),
        ("letter.odt", files.opendocument(files.ODS)),
        ("letter.odt", files.archive({"a": "b", "mimetype": files.ODT})),
        ("letter.doc", files.old_office("Workbook")),
        ("sums.csv", files.HTML),
        ("sums.csv", files.EXE),
        ("sums.csv", b"a,b\0c\n"),
        ("sums.csv", b"a,b\x81\n"),
        ("sums.csv", b"word"),
        ("photo.heic", b"\0\0\0\x18ftypmp42" + b"\0" * 100),
    ],
)
def test_a_name_that_lies_says_so(name, bytes_):
    with pytest.raises(Refused, match="name ends in"):
        identify(name, bytes_)


@pytest.mark.parametrize(
    ("name", "bytes_", "why"),
    [
        ("letter.pdf", files.PDF[:20], "damaged"),
        ("letter.pdf", files.PDF + files.archive({"x.exe": files.EXE}), "hidden"),
        ("photo.jpg", files.picture("JPEG") + files.archive({"x.html": files.HTML}), "hidden"),
        ("photo.png", files.picture("PNG")[:-20], "damaged"),
        ("letter.docx", files.docx()[:-30], "damaged"),
        ("letter.docx", files.docx(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("letter.docx", files.docx(**{"word/VBAPROJECT.BIN": b"x"}), "macros"),
        ("sums.xlsx", files.xlsx(**{"xl/vbaProject.bin": b"x"}), "macros"),
        ("letter.odt", files.opendocument(files.ODT, **{"Basic/Standard/Module1.xml": "x"}), "macros"),
        ("letter.doc", files.old_office("WordDocument", "_VBA_PROJECT"), "macros"),
        ("sums.xls", files.old_office("Workbook", "_VBA_PROJECT_CUR"), "macros"),
        ("letter.docx", files.locked(files.docx()), "password"),
        ("letter.doc", files.old_office("EncryptedPackage"), "password"),
    ],
)
def test_a_file_with_something_wrong_says_what(name, bytes_, why):
    with pytest.raises(Refused, match=why):
        identify(name, bytes_)


def test_a_newer_file_with_a_password_says_so():
    with pytest.raises(Refused, match="password"):
        identify("letter.docx", files.old_office("EncryptedPackage", "EncryptionInfo"))


def test_a_file_that_bursts_when_opened_is_refused():
    bomb = files.docx(**{"word/media/zeros": b"\0" * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="too big when it is opened"):
        identify("letter.docx", bomb)


def test_an_archive_whose_parts_overlap_is_refused(monkeypatch):
    parts = [zipfile.ZipInfo("a"), zipfile.ZipInfo("b")]
    for part in parts:
        part.compress_size = part.file_size = 80
    with pytest.raises(Refused, match="too big"):
        office._refuse_bombs(files.sent("x", b"x" * 100), parts)


def test_an_archive_of_very_many_parts_is_refused_before_it_is_read():
    many = files.docx(**{f"word/{n}": b"" for n in range(office.MOST_MEMBERS)})
    with pytest.raises(Refused, match="too big when it is opened"):
        identify("letter.docx", many)


def test_a_picture_too_large_to_open_is_refused():
    content = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(content, "PNG")
    with pytest.raises(Refused, match="too many pixels"):
        identify("photo.png", content.getvalue())


@pytest.mark.parametrize(
    "name", ["letter.pdf", "photo.jpg", "letter.docx", "letter.doc", "sums.csv", "photo.heic", "x"]
)
@given(bytes_=st.binary(min_size=1, max_size=300), start=st.sampled_from([b"", *(c[:40] for c in files.GOOD.values())]))
def test_any_bytes_are_known_or_refused(name, bytes_, start):
    with contextlib.suppress(Refused):
        assert identify(name, start + bytes_).kind in ALL


@given(name=st.sampled_from(sorted(files.GOOD)), at=st.integers(0, 400), byte=st.integers(0, 255))
def test_a_good_file_with_a_byte_changed_is_known_or_refused(name, at, byte):
    changed = bytearray(files.GOOD[name])
    changed[at % len(changed)] = byte
    with contextlib.suppress(Refused):
        assert identify(name, bytes(changed)).kind in ALL
