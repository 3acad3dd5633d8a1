"""Whatever a scanner does with a file, the file is never taken for clean by mistake, and others go on."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from borough.foundations.documents import clamd, scanning
from borough.foundations.documents.models import Document
from borough.foundations.documents.scanning import LONGEST_WAIT, MOST_TRIES, scan_due
from borough.foundations.outgoing.trouble import Down, Later
from tests.foundations.together import Clock

from . import unwell
from .clamd import EICAR
from .files import PDF, archive, docx, sent

pytestmark = pytest.mark.django_db
LONG = PDF.replace(b"trailer", b"%" * 900_000 + b"\ntrailer")


@pytest.fixture
def clock():
    return Clock(timezone.now() + timedelta(seconds=1))


@pytest.mark.parametrize(
    "behave",
    [
        unwell.dies,
        unwell.dies_late,
        unwell.says_nothing,
        unwell.says(b"hello\n"),
        unwell.says(b"\xff\xfe\n"),
        unwell.says(b"\n"),
        unwell.says(b"stream: \n"),
        unwell.says(b"INSTREAM size limit exceeded. ERROR\n"),
        unwell.says(b"stream: Can't allocate memory ERROR\n"),
        unwell.says(b"stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND\n"),
    ],
)
def test_no_answer_about_a_file_is_no_clean_file(settings, keep, clock, monkeypatch, behave):
    monkeypatch.setattr(clamd, "TIMEOUT", 0.1)
    with unwell.running(behave) as settings.CLAMD_URL:
        document = keep(content=LONG)
        keep()
        assert scan_due(clock=clock) == 2  # it goes on to the next
        for _ in range(MOST_TRIES - 1):
            document.refresh_from_db()
            assert (document.scan, document.held) == ("waiting", True)
            clock.advance(LONGEST_WAIT)
            scan_due(clock=clock)
    document.refresh_from_db()
    assert (document.scan, document.held) == ("failed", True)


def test_one_that_answers_nothing_at_all_is_down(settings, keep, clock, monkeypatch):
    monkeypatch.setattr(clamd, "TIMEOUT", 0.3)
    monkeypatch.setattr(unwell.Unwell, "handle", lambda asked: asked.rfile.read())
    with unwell.running(None) as settings.CLAMD_URL:
        keep()
        assert scan_due(clock=clock) == 0
        with pytest.raises(Down):
            clamd.version()
    assert Document.objects.get().scan == "waiting"


def test_a_slow_one_lets_the_worker_see_to_something_else(scanner, keep, clock, monkeypatch):
    for _ in range(3):
        keep()
    times = iter([0, 0, scanning.LONGEST_ROUND + 1])
    monkeypatch.setattr(scanning, "time", SimpleNamespace(monotonic=lambda: next(times)))
    assert scan_due(clock=clock) == 1


def deep():
    content = b"x"
    for _ in range(30):
        content = archive({"x.zip": content})
    return {"deep": content}


def large():
    return {f"{n}.txt": f"{n} says hello".encode() * 100_000 for n in range(9)}


@pytest.mark.parametrize("inside", [deep, large])
def test_a_real_one_does_not_call_clean_what_it_could_not_look_at_whole(scanner, inside):
    """Archives in archives, deeper than it goes; more than it may look at once unpacked."""
    with pytest.raises(Later, match=r"Limits\.Exceeded"):
        clamd.scan(sent("letter.docx", docx(**inside())))


def test_a_virus_deep_in_an_archive_is_found(scanner):
    inside = archive({"x.txt": EICAR}, squeeze=True)
    assert clamd.scan(sent("letter.docx", docx(**{"word/x.zip": inside}))) == "Test-File.UNOFFICIAL"
