"""A back office for tests: a real HTTP server on this machine that keeps what it gets and answers as it is told."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver(ThreadingHTTPServer):
    """`got` holds (path, headers, body). `acts` are functions of the handler for the next posts; then it says 200."""

    daemon_threads = True

    def __init__(self, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.got, self.acts, self.released = [], [], threading.Event()
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self.server_port}/hooks"

    def __enter__(self):
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.released.set()
        self.shutdown()
        self.thread.join()
        self.server_close()

    def handle_error(self, request, client_address):
        """Whoever hangs up on us has their reasons."""


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), body))
        act = self.server.acts.pop(0) if self.server.acts else answer(200, "ok")
        act(self)

    do_GET = do_POST

    def log_message(self, *_):
        pass


def answer(status, text="", **headers):
    def act(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(text.encode())))
        handler.end_headers()
        handler.wfile.write(text.encode())

    return act


def hang_up(handler):
    """Closes in the middle of the answer's first line."""
    handler.wfile.write(b"HTTP/1.1 20")
    handler.wfile.flush()
    handler.close_connection = True


def silence(handler):
    """Says nothing until the test is over."""
    handler.server.released.wait(60)


def drip(handler):
    """Sends its headers a byte at a time, for as long as anybody listens."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()
