"""Under which name a browser saves a file: whatever its sender called it, a plain one of the right ending."""

from email.message import Message
from email.utils import collapse_rfc2231_value

import pytest

from tests import people

from .files import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved_as(keep, rule):
    """saved_as("../a.pdf") -> the name in the answer's Content-Disposition."""
    rule(lambda request, document: request.user.is_authenticated)
    client = people.signed_in(people.resident(), factor=None)

    def saved_as(name):
        response = client.get(f"/documents/{keep(name, PDF).pk}/")
        assert response.getvalue() == PDF
        header = Message()
        header["Content-Disposition"] = response["Content-Disposition"]
        assert header.get_content_disposition() == "attachment"
        return collapse_rfc2231_value(header.get_param("filename", header="Content-Disposition"))

    return saved_as


@pytest.mark.parametrize(
    ("sent", "saved"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\Windows\\system32\\a.pdf", "a.pdf"),
        ("invoice\u202efdp.pdf", "invoicefdp.pdf"),
        ("\u2067a\u2069\u200f.pdf", "a.pdf"),
        ("CON.pdf", "-CON.pdf"),
        ("lpt1.pdf", "-lpt1.pdf"),
        ("COM¹.pdf", "-COM¹.pdf"),
        ("letter.pdf.", "letter.pdf"),
        ("letter .pdf", "letter.pdf"),
        ('a"; filename="evil.exe.pdf', "a-; filename=-evil.exe.pdf"),
        ("a\r\nSet-Cookie: x=y.pdf", "a Set-Cookie- x=y.pdf"),
        ("été 😀.pdf", "été 😀.pdf"),
        (".pdf", "pdf.pdf"),
        ("n" * 5_000 + ".pdf", "n" * 96 + ".pdf"),
    ],
)
def test_it_is_a_safe_one(saved_as, sent, saved):
    assert saved_as(sent) == saved
