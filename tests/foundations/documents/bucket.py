"""A small server that speaks enough of the S3 API to keep, give, list and remove objects."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape


class Bucket(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.put.append(self.key)
        self.server.objects[self.key] = unchunked(body) if "aws-chunked" in str(self.headers) else body
        self.reply(200)

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        if "list-type" in query or "prefix" in query:
            return self.listing(query["prefix"][0])
        found = self.server.objects.get(self.key)
        return self.reply(200, found, "binary/octet-stream") if found is not None else self.reply(404)

    def do_DELETE(self):
        self.server.objects.pop(self.key, None)
        self.reply(204)

    @property
    def key(self):
        return unquote(urlsplit(self.path).path).split("/", 2)[2]

    def listing(self, prefix):
        keys = [key for key in self.server.objects if key.startswith(prefix) and "/" not in key.removeprefix(prefix)]
        inside = "".join(f"<Contents><Key>{escape(key)}</Key><Size>1</Size></Contents>" for key in keys)
        page = f"<ListBucketResult><IsTruncated>false</IsTruncated>{inside}</ListBucketResult>"
        return self.reply(200, page.encode(), "application/xml")

    def reply(self, status, body=b"", content_type="application/xml"):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", content_type)
        self.send_header("ETag", '"0"')
        self.send_header("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def unchunked(body: bytes) -> bytes:
    """The payload of an `aws-chunked` body: lines of a size in hex, then that many bytes, until a size of 0."""
    payload, at = b"", 0
    while size := int(body[at : (line := body.index(b"\r\n", at))].split(b";")[0], 16):
        payload += body[line + 2 : line + 2 + size]
        at = line + 2 + size + 2
    return payload


@contextmanager
def running():
    """The server, with its `objects` by key, and the keys that were ever `put`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Bucket) as server:
        server.daemon_threads = True
        server.objects, server.put = {}, []
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
