"""Hostile bodies of requests: hostile values in every field of a page, and shapes that no browser of ours sends."""

import io
import random
import zipfile
from urllib.parse import quote_from_bytes

from borough.forms.walking.papers import PDF

from . import values

BOUNDARY = "boundary"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
PLAIN = "application/x-www-form-urlencoded"
TYPES = [
    f"{PLAIN}; charset=utf-16", f"{PLAIN}; charset=utf-7", f"{PLAIN}; charset=hostile", f"{PLAIN};;; charset",
    "application/json", "text/plain", "", "text/html; charset=é", "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=" + "x" * 300, "multipart/mixed; boundary=boundary", f"{MULTIPART}; charset=utf-16",
    "hostile",
]  # fmt: skip
EXTRA = [
    "sent_at", "is_staff", "version_id", "answers", "answers[0]", "answers.name", "a[b][]", "__proto__", "id", "self",
    "request", "csrfmiddlewaretoken", "pence", "key", "name", "x" * 500, "", " ", "\0", "\ud800",
    "<script>hostile(1)</script>",
    "a\r\nX-Odd: 1", "🚲",
]  # fmt: skip
NAMES = [
    "../../../etc/passwd", "..\\..\\win.ini", "C:\\a\\b.pdf", "a\0.pdf", "\u202efdp.exe",
    "<script>hostile(1)</script>.pdf", '"><img hostile src=x onerror=hostile(1)>.pdf', "x" * 400 + ".pdf",
    ".pdf", "pdf", "con.pdf", "a.pdf.exe", "a.exe.pdf",
    "", "a;b.pdf", "a\r\nX-Odd: 1.pdf", "%2e%2e%2fa.pdf", "((email)).pdf", "👩🏽‍🚀.pdf", "a.svg", "a.html", "a.PDF",
    " ", ".",
    "a.pdf\ud800",
]  # fmt: skip


def body(chance: random.Random, page, names=()) -> tuple[bytes, str]:
    """(body, content type) of one hostile answer to a page. `names` are of other pages' fields."""
    pairs = _pairs(chance, page, names)
    if any(question.type == "file" for question in page.questions.values()) or chance.random() < 0.15:
        return _multipart(chance, pairs, _files(chance, page)), MULTIPART
    sent = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in pairs).encode()
    return sent, PLAIN if chance.random() < 0.97 else chance.choice(TYPES)


def _pairs(chance, page, names):
    pairs = []
    for question in page.questions.values():
        good = chance.choice(question.samples()) if chance.random() < 0.8 else {}
        spoilt = chance.choice(question.fields())  # one at least
        for field in question.fields():
            right = good.get(field, "")
            right = "" if question.type == "file" else (chance.choice(right) if isinstance(right, list) else right)
            if field == spoilt or chance.random() < 0.3:
                right = values.text(chance, right)
            if question.type == "table" and not right and chance.random() < 0.8:
                continue
            pairs.append((field, right))
    pairs.append(("do", _button(chance, page)))
    odd = chance.random()
    if odd < 0.06 and pairs:
        del pairs[chance.randrange(len(pairs))]
    elif odd < 0.12:
        pairs += [(name, values.text(chance)) for name, _ in pairs]
    elif odd < 0.18:
        pairs += [(chance.choice(EXTRA), values.text(chance)) for _ in range(3)]
    elif odd < 0.22 and names:
        pairs += [(chance.choice(names), values.text(chance)) for _ in range(3)]
    elif odd < 0.23:
        pairs += [(f"x{at}", "") for at in range(3_000)]
    elif odd < 0.25:
        pairs = []
    return pairs


def _button(chance, page):
    if chance.random() < 0.7 or not page.names:
        return "continue"
    verb = chance.choice(["find", "add", "remove", "upload", "hostile"])
    return f"{verb} {chance.choice(page.names)}" + chance.choice(["", " 0", " 99", " -1", " 1e9", " \0", " x y"])


def _quoted(text: str) -> str:
    """As a browser would send it, were there such a letter."""
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))


# --- several parts
def _files(chance, page):
    for question in page.questions.values():
        if question.type == "file":
            for _ in range(chance.choice([0, 1, 1, 1, 2, question.most + 1])):
                yield question.name, chance.choice(NAMES), chance.choice(FILES)()


def _multipart(chance, pairs, files) -> bytes:
    parts = [
        (f'Content-Disposition: form-data; name="{name}"', value.encode("utf-8", "surrogatepass"))
        for name, value in pairs
    ]
    for name, called, content in files:
        kind = chance.choice(["application/pdf", "text/html", "image/svg+xml", "hostile", "", "multipart/mixed"])
        parts.append(
            (f'Content-Disposition: form-data; name="{name}"; filename="{called}"\r\nContent-Type: {kind}', content)
        )
    sent = b"".join(
        b"--%s\r\n%s\r\n\r\n%s\r\n" % (BOUNDARY.encode(), head.encode("utf-8", "surrogatepass"), content)
        for head, content in parts
    )  # fmt: skip
    sent += b"--%s--\r\n" % BOUNDARY.encode()
    return _broken(chance, sent) if chance.random() < 0.08 else sent


def _broken(chance, sent: bytes) -> bytes:
    at = chance.randint(0, len(sent))
    return chance.choice(
        (
            lambda: sent[:at],
            lambda: sent[at:],
            lambda: sent[:at] + b"\0" + sent[at:],
            lambda: sent.replace(b"\r\n", b"\n"),
            lambda: sent.replace(b'name="', b"name="),
            lambda: sent.replace(b"form-data; name", b"attachment; name"),
            lambda: sent.replace(b"Content-Disposition", b"Content-Transfer-Encoding: base64\r\nContent-Disposition"),
            lambda: sent.replace(b"Content-Disposition", b"X: " + b"y" * 20_000 + b"\r\nContent-Disposition"),
            lambda: sent.replace(b'"', b"\"; filename*=utf-16''%FF%FE; x=\""),
            lambda: b"",
        )
    )()


def _zip(*named) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in named:
            file.writestr(name, content)
    return kept.getvalue()


FILES = (
    lambda: PDF,
    lambda: PDF + b"<script>hostile(1)</script>",
    lambda: b"<script>hostile(1)</script>" + PDF,
    lambda: b"GIF89a/*<svg onload=hostile(1)>*/=1;" + b"\0" * 40,
    lambda: b"\x89PNG\r\n\x1a\n" + b"\xff" * 200,
    lambda: b"\xff\xd8\xff\xe0" + b"<script>hostile(1)</script>",
    lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='hostile(1)'/>",
    lambda: b"<html><script>hostile(1)</script></html>",
    lambda: b"MZ" + b"\0" * 300,
    lambda: b"",
    lambda: b"%PDF-1.7\n" + b"[" * 5_000,
    lambda: _zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<hostile>" * 500)),
    lambda: _zip(("[Content_Types].xml", "<Types/>"), ("../../evil.sh", "rm")),
    lambda: _zip(("word/document.xml", b"\0" * 3_000_000)),
    lambda: b"PK\x03\x04" + b"\xff" * 100,
    lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    lambda: b"a,b\n=1+1,+hostile|cmd\n",
    lambda: b"\0\0\0\x18ftypheic" + b"\xff" * 60,
)  # fmt: skip
