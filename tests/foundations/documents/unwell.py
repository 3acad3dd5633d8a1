"""A scanner that is there, but not well: it answers a ping, then does something else with a file."""

import socketserver
from contextlib import contextmanager
from threading import Thread


class Unwell(socketserver.StreamRequestHandler):
    def handle(self):
        if self.rfile.readline() == b"nPING\n":
            self.wfile.write(b"PONG\n")
        else:
            self.server.behave(self)

    def whole(self) -> bytes:
        """The file, in parts that each begin with their length."""
        found = b""
        while size := int.from_bytes(self.rfile.read(4)):
            found += self.rfile.read(size)
        return found


def dies(asked):
    """In the middle of the stream."""
    asked.rfile.read(4)


def dies_late(asked):
    asked.whole()


def says(answer: bytes):
    def behave(asked):
        asked.whole()
        asked.wfile.write(answer)

    return behave


def says_nothing(asked):
    """Until whoever asks hangs up."""
    asked.whole()
    asked.rfile.read(1)


@contextmanager
def running(behave):
    """Gives its CLAMD_URL."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Unwell) as server:
        server.daemon_threads, server.behave = True, behave
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"tcp://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
