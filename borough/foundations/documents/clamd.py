"""Asking ClamAV's daemon about a file. It gets the bytes over its socket, so it may run on another machine."""

from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket, CommunicationError
from django.conf import settings

from borough.foundations.outgoing.trouble import Down, Later

PORT = 3310
TIMEOUT = 50  # seconds for one answer: less than the wait before a file is tried again


def check(url: str) -> None:
    """Raises ValueError, whose words are for an administrator, where this names no scanner."""
    parts = urlsplit(url)
    if not (parts.scheme == "tcp" and parts.hostname) and not (parts.scheme == "unix" and parts.path):
        raise ValueError("CLAMD_URL is unix:///run/clamav/clamd.ctl or tcp://host:3310.")


def scan(file) -> str:
    """What was found in an open file, by the scanner's name for it; "" for nothing.

    Raises Down where there is no scanner to ask, Later where it did not say: too large for it, or a fault of its own.
    """
    try:
        status, detail = next(iter(_scanner().instream(file).values()), ("ERROR", "no answer"))
    except CommunicationError as fault:
        raise Down(str(fault)) from fault
    except (ClamdError, OSError) as fault:  # it hangs up on a file that is longer than its StreamMaxLength
        raise Later(f"clamd did not take it: {str(fault) or type(fault).__name__}") from fault
    if status == "FOUND":
        return detail or "unnamed"
    if status != "OK":
        raise Later(f"clamd: {detail or status}")
    return ""


def version() -> str:
    """Its own and that of its signatures: `ClamAV 1.4.6/27800/Tue Nov 24 2026`. Raises Down."""
    scanner = _scanner()
    try:
        return scanner.version()
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
