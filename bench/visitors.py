"""Visitors who fill in a form as fast as they are answered: a keep-alive HTTP client much cheaper than any server."""

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import urlencode

CSRF = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Tally:
    requests: int = 0
    journeys: int = 0
    faults: int = 0
    fault: str = ""


class Visitor:
    """One browser: one connection, one cookie jar."""

    def __init__(self, port: int):
        self.port, self.cookies, self.reader, self.writer = port, {}, None, None

    async def ask(self, method: str, path: str, form: dict | None = None) -> tuple[int, str, bytes]:
        """(status, location, body)."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        body = urlencode(form, doseq=True).encode() if form is not None else b""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = [
            f"{method} {path} HTTP/1.1",
            f"Host: localhost:{self.port}",
            "Accept: text/html",
            "Connection: keep-alive",
        ]
        if cookies:
            head.append(f"Cookie: {cookies}")
        if form is not None:
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        self.writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        return await self._answer()

    async def _answer(self):
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status, location, length, chunked, close = int(lines[0].split()[1]), "", 0, False, False
        for line in lines[1:]:
            name, _, value = line.partition(": ")
            match name.lower():
                case "content-length":
                    length = int(value)
                case "transfer-encoding":
                    chunked = "chunked" in value
                case "location":
                    location = value
                case "connection":
                    close = value.lower() == "close"
                case "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.split(";")[0]
        body = await self._chunks() if chunked else await self.reader.readexactly(length)
        if close:
            self.leave()
        return status, location, body

    async def _chunks(self):
        parts = []
        while size := int(await self.reader.readline(), 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return b"".join(parts)

    def leave(self):
        if self.writer:
            self.writer.close()
            self.writer = None


async def fill_in(visitor: Visitor, steps: list[tuple[str, dict | None]], tally: Tally, late) -> None:
    """One journey: each page asked for and answered, until it is `late()`. A step is (path, what to type).

    A step may say `to`, where its form posts, if that is not the page itself. With None, it is only looked at.
    """
    visitor.cookies = {}
    for path, form in steps:
        if late():
            return
        status, _, body = await visitor.ask("GET", path)
        tally.requests += 1
        if form is None and status == 200:
            continue
        token = CSRF.search(body)
        typed = (form or {}) | ({"csrfmiddlewaretoken": token[1].decode()} if token else {})
        target = typed.pop("to", path)
        posted, location, page = await visitor.ask("POST", target, typed)
        tally.requests += 1
        if status != 200 or posted != 302:
            tally.faults += 1
            tally.fault = f"{path}: {status}, then {posted} {location} {page[:200]!r}"
            return
    tally.journeys += 1


async def _crowd(port: int, steps, seconds: float, many: int) -> Tally:
    tally, loop = Tally(), asyncio.get_running_loop()
    end = loop.time() + seconds

    async def one(steps):
        visitor = Visitor(port)
        while loop.time() < end:
            await fill_in(visitor, steps, tally, late=lambda: loop.time() > end)
        visitor.leave()

    await asyncio.gather(*(one(steps(i)) for i in range(many)))
    return tally


def crowd(port: int, steps, *, seconds: float, many: int = 8) -> Tally:
    """`many` visitors at once for `seconds`. `steps(i)` gives the steps of visitor i."""
    return asyncio.run(_crowd(port, steps, seconds, many))
