"""The papers that go with a grant: small real PDFs, kept as documents are."""

import hashlib
import uuid
from random import Random

from django.core.files.base import ContentFile

from borough.foundations.documents.models import Document, store

NAMES = ("till-reports", "accounts", "bank-statements", "invoices", "bookings")


def pdf(words: str) -> bytes:
    """A page with one line on it. `words` must be plain ASCII without brackets."""
    stream = f"BT /F1 14 Tf 72 760 Td ({words}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{out}xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def keep(rng: Random, name: str, reference: str, at) -> Document:
    """The document, its bytes in the store and its row still to be written."""
    content = pdf(f"{name}, {reference}. Made up for a demonstration.")
    id = uuid.UUID(int=rng.getrandbits(128), version=4)
    return Document(
        id=id, name=f"{name}.pdf", kind="pdf", content_type="application/pdf", size=len(content),
        sha256=hashlib.sha256(content).hexdigest(), key=store().save(f"{at:%Y/%m/%d}/{id.hex}", ContentFile(content)),
        about=f"case:{reference}", created_at=at,
    )  # fmt: skip


def answer(documents: list[Document]) -> list[dict]:
    return [{"id": str(d.pk), "name": d.name, "size": d.size} for d in documents]
