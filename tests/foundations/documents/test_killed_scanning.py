"""A worker killed in the middle of a scan: the file is still held, and is scanned later."""

import socket
from datetime import timedelta

import pytest
from django.utils import timezone

from borough.foundations.documents.models import Document
from borough.foundations.documents.scanning import scan_due
from tests.foundations.workerprocess import worker

from .clamd import BAD

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_is_scanned_later(scanner, keep, settings, storage):
    document = keep(content=BAD)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(30)
        port = silent.getsockname()[1]
        where = {"CLAMD_URL": f"tcp://127.0.0.1:{port}", "DOCUMENTS": str(storage.location)}
        with worker(**where) as process:
            with silent.accept()[0] as first:
                first.sendall(b"PONG\n")
            with silent.accept()[0] as asked:
                assert asked.recv(10) == b"nINSTREAM\n"
            process.kill()
            process.wait(10)
    document.refresh_from_db()
    assert (document.scan, document.scan_tries) == ("waiting", 1)
    assert scan_due() == 0
    assert scan_due(clock=lambda: timezone.now() + timedelta(minutes=2)) == 1
    assert Document.objects.get().scan == "infected"
