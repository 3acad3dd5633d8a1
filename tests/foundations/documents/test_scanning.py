"""What is uploaded waits until a real scanner has looked at it, whatever happens meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.documents import actions, clamd, hooks
from borough.foundations.documents.models import Document, Leftover
from borough.foundations.documents.scanning import LONGEST_WAIT, MOST_TRIES, claim, scan_due
from borough.foundations.outgoing.trouble import Down
from tests.foundations.together import Clock

from .clamd import BAD
from .conftest import stored
from .files import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    return Clock(timezone.now() + timedelta(seconds=1))


def test_a_clean_file_is_held_until_it_was_scanned(scanner, keep):
    document = keep()
    assert (document.scan, document.held) == ("waiting", True)
    assert scan_due() == 1
    document.refresh_from_db()
    assert (document.scan, document.held, document.threat) == ("clean", False, "")
    assert audit.of(document).get(action="document.scanned").data["found"] == "clean"
    assert scan_due() == 0


def test_an_infected_one_loses_its_bytes_and_nothing_else(
    scanner, keep, storage, django_capture_on_commit_callbacks, monkeypatch
):
    told = []
    monkeypatch.setattr(hooks.held, "_known", [lambda *, document: told.append(document.pk)])
    bad, good = keep(content=BAD, about="case:X"), keep()
    with django_capture_on_commit_callbacks(execute=True):
        assert scan_due() == 2
    bad.refresh_from_db()
    assert (bad.scan, bad.threat, bad.about) == ("infected", "Test-File.UNOFFICIAL", "case:X")
    assert stored(storage) == {good.key}
    assert not Leftover.objects.exists()
    assert told == [bad.pk]
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(document=bad, reason="Asked", by=SYSTEM)


def test_without_a_scanner_nothing_waits(keep):
    assert (keep().scan, scan_due()) == ("none", 0)


def test_a_scanner_that_is_away_loses_nothing(scanner, settings, keep, clock, caplog):
    keep(), keep()
    settings.CLAMD_URL = "unix:///nowhere/socket"
    assert scan_due(clock=clock) == 0
    assert "does not answer" in caplog.text
    settings.CLAMD_URL = scanner
    assert scan_due(clock=clock) == 0  # left alone for a minute
    clock.advance(timedelta(minutes=2))
    assert scan_due(clock=clock) == 2
    assert set(Document.objects.values_list("scan", flat=True)) == {"clean"}


def test_one_it_cannot_take_waits_longer_each_time_and_holds_up_no_other(scanner, keep, clock):
    large = keep(content=PDF.replace(b"trailer", b"%" * 3_000_000 + b"\ntrailer"))
    small = keep()
    assert scan_due(clock=clock) == 2
    waited = []
    for _ in range(MOST_TRIES - 1):
        large.refresh_from_db()
        assert large.scan == "waiting"
        waited.append(large.scan_due_at - clock.now)
        clock.advance(LONGEST_WAIT)
        scan_due(clock=clock)
    assert waited[:3] == [timedelta(minutes=1), timedelta(minutes=5), LONGEST_WAIT]
    for document in (large, small):
        document.refresh_from_db()
    assert (large.scan, small.scan) == ("failed", "clean")
    with large.open() as kept:
        assert kept.read()


def test_bytes_that_are_gone_end_as_not_scanned(scanner, keep, storage, clock):
    document = keep()
    storage.delete(document.key)
    for _ in range(MOST_TRIES):
        scan_due(clock=clock)
        clock.advance(LONGEST_WAIT)
    document.refresh_from_db()
    assert document.scan == "failed"


def test_two_workers_never_have_the_same_one(scanner, keep, clock):
    keep()
    assert claim(now=clock())
    assert claim(now=clock()) is None


def test_one_taken_away_meanwhile_is_let_go(scanner, keep, monkeypatch):
    document = keep()

    def taken_away(file):
        actions.discard(document=document, by=SYSTEM)
        return ""

    monkeypatch.setattr(clamd, "scan", taken_away)
    assert scan_due() == 1
    assert not Document.objects.exists()


def test_what_never_was_scanned_can_be(settings, clamd_url, keep):
    document = keep()
    settings.CLAMD_URL = clamd_url
    assert actions.scan_again(by=SYSTEM) == 1
    assert scan_due() == 1
    document.refresh_from_db()
    assert document.scan == "clean"


@pytest.mark.parametrize("url", ["clamd", "http://a", "tcp://", "unix:", "unix://", "//x:1"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(ValueError, match="CLAMD_URL is"):
        clamd.check(url)


def test_nobody_at_a_tcp_address_is_down(settings):
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    with pytest.raises(Down):
        clamd.version()
