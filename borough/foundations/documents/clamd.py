"""Asking ClamAV's daemon about a file. It gets the bytes over its socket, so it may run on another machine."""

from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

from borough.foundations.outgoing.trouble import Down, Later

PORT = 3310
TIMEOUT = 50  # seconds for one answer: less than the wait before a file is tried again
LIMITS = "Heuristics.Limits.Exceeded"  # no virus: more than it may look at, such as an archive that never ends


def check(url: str) -> None:
    """Raises ValueError, whose words are for an administrator, where this names no scanner."""
    parts = urlsplit(url)
    if not (parts.scheme == "tcp" and parts.hostname) and not (parts.scheme == "unix" and parts.path):
        raise ValueError("CLAMD_URL is unix:///run/clamav/clamd.ctl or tcp://host:3310.")


def scan(file) -> str:
    """What was found in an open file, by the scanner's name for it; "" for nothing.

    Raises Down where there is no scanner to ask; Later where it did not say: the file is too large for it, takes it too
    long, or ended it.
    """
    _told("ping")  # it is there, so whatever comes next is about this file
    try:
        status, detail = next(iter(_scanner().instream(file).values()), ("ERROR", "no answer"))
    except (ClamdError, OSError) as fault:  # it hangs up on a file that is longer than its StreamMaxLength
        raise Later(f"clamd did not take it: {str(fault) or type(fault).__name__}") from fault
    if (status != "FOUND" and status != "OK") or (detail or "").startswith(LIMITS):
        raise Later(f"clamd: {detail or status}")
    return (detail or "unnamed") if status == "FOUND" else ""


def version() -> str:
    """Its own and that of its signatures: `ClamAV 1.4.6/27800/Tue Nov 24 2026`. Raises Down."""
    return _told("version")


def _told(what: str) -> str:
    scanner = _scanner()
    try:
        return getattr(scanner, what)()
    except (ClamdError, OSError) as fault:
        raise Down(str(fault) or type(fault).__name__) from fault
    finally:
        scanner.clamd_socket.close()  # it leaves one open that did not connect


def _scanner():
    check(settings.CLAMD_URL)
    parts = urlsplit(settings.CLAMD_URL)
    if parts.scheme == "unix":
        return ClamdUnixSocket(path=parts.path, timeout=TIMEOUT)
    return ClamdNetworkSocket(host=parts.hostname, port=parts.port or PORT, timeout=TIMEOUT)
