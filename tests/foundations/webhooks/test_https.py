"""Over HTTPS the other side proves who it is, by name, though we connect to the address we checked."""

import datetime
import ipaddress
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from borough.foundations.outgoing.trouble import Down
from borough.foundations.webhooks import posting

from .receiver import Receiver


@pytest.fixture
def certificate(tmp_path):
    """(a file of a certificate for `localhost`, of its key)"""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    kind = serialization.PrivateFormat.PKCS8
    (tmp_path / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (tmp_path / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, kind, plain))
    return tmp_path / "cert.pem", tmp_path / "key.pem"


@pytest.fixture
def office(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with Receiver(context) as receiver:
        yield receiver


def test_a_certificate_of_a_trusted_issuer_in_the_right_name(office, certificate, settings):
    settings.WEBHOOKS_CA = str(certificate[0])
    assert posting.post(f"https://localhost:{office.server_port}/hooks", b"{}", {}).status == 200


def test_one_that_nobody_trusts(office):
    with pytest.raises(Down, match="certificate"):
        posting.post(f"https://localhost:{office.server_port}/hooks", b"{}", {})
    assert office.got == []


def test_one_in_another_name(office, certificate, settings):
    settings.WEBHOOKS_CA = str(certificate[0])
    assert ipaddress.ip_address("127.0.0.1")
    with pytest.raises(Down, match="certificate"):
        posting.post(f"https://127.0.0.1:{office.server_port}/hooks", b"{}", {})
    assert office.got == []
