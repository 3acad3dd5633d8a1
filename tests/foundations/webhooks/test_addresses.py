"""Where a web hook may go in production: over HTTPS to the public internet, by an address looked up once."""

import contextlib
import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.foundations.outgoing.trouble import Down, Refused
from borough.foundations.webhooks import addresses, posting


@pytest.fixture
def production(settings):
    settings.WEBHOOKS_HTTP, settings.WEBHOOKS_NETWORKS = False, []
    return settings


INSIDE = [
    "127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "ff02::1", "::",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_inside_is_refused(production, address):
    assert not addresses.allowed(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["51.11.22.33", "2a00:23c5::1"])
def test_what_is_outside_is_allowed(production, address):
    assert addresses.allowed(ipaddress.ip_address(address))


def test_a_network_of_the_councils_own_can_be_allowed(production):
    production.WEBHOOKS_NETWORKS = ["10.1.2.0/24"]
    assert addresses.allowed(ipaddress.ip_address("10.1.2.9"))
    assert not addresses.allowed(ipaddress.ip_address("10.1.3.9"))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0x7f.1", "2130706433", "127.1"])
def test_names_and_odd_spellings_of_this_machine_are_refused(production, host):
    with pytest.raises((Refused, Down)):
        addresses.place(f"https://{host}/hooks")


def test_a_name_that_also_leads_inside_is_refused(production, monkeypatch):
    both = [(2, 1, 6, "", ("51.11.22.33", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(Refused, match="private"):
        addresses.place("https://backoffice.example/")


def test_the_address_that_was_checked_is_the_one_connected_to(production, monkeypatch, office):
    """A name that changes between the check and the post (DNS rebinding) gains nothing: it is looked up once."""
    production.WEBHOOKS_HTTP, production.WEBHOOKS_NETWORKS = True, ["127.0.0.1/32"]
    looked_up, real = [], socket.getaddrinfo

    def once(host, *args, **named):
        looked_up.append(host)
        return real("127.0.0.1" if host == "backoffice.example" else host, *args, **named)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    port = office.server_port
    assert posting.post(f"http://backoffice.example:{port}/hooks", b"{}", {}).status == 200
    assert looked_up.count("backoffice.example") == 1
    assert office.got[0][1]["Host"] == f"backoffice.example:{port}"


@pytest.mark.parametrize(
    "url",
    [
        "http://backoffice.example/", "ftp://backoffice.example/", "https://", "https:///x", "backoffice.example",
        "https://user:secret@backoffice.example/", "https://backoffice.example/#x", "https://x.example:99999/",
        "https://x.example/a b", "https://x.example/\n", "javascript:alert(1)", "file:///etc/passwd", "https://[::1",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(production, url):
    with pytest.raises(ValueError):
        addresses.checked(url)


@given(some.text(max_size=80))
def test_any_text_is_an_address_or_refused(text):
    for url in (text, f"https://{text}"):
        with contextlib.suppress(ValueError):
            assert addresses.checked(url).hostname
