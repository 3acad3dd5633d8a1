"""Where a web hook may go: to the public internet over HTTPS, unless settings name a network of the council's own."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from borough.foundations.outgoing.trouble import Down, Refused

TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind NAT64: the last four bytes are the address


@dataclass(frozen=True)
class Place:
    """A URL that was looked at. `ip` is the one address to connect to, so that nothing is looked up twice."""

    scheme: str
    host: str
    port: int
    path: str  # with the query
    ip: str

    @property
    def netloc(self) -> str:
        """As the Host header has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == {"http": 80, "https": 443}[self.scheme] else f"{host}:{self.port}"


def checked(url: str):
    """The URL in its parts. Raises ValueError, whose words are for an administrator."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError("This is not a web address.") from None
    if parts.scheme not in ("https", "http") or not parts.hostname or port == 0 or not url.isprintable() or " " in url:
        raise ValueError("This is not a web address. Write it as https://backoffice.example/hooks.")
    if parts.scheme == "http" and not settings.WEBHOOKS_HTTP:
        raise ValueError("Answers leave only over HTTPS. Write an address that begins with https://.")
    if parts.username or parts.password or parts.fragment:
        raise ValueError("Take the name, the password and what follows # out of the address.")
    return parts


def place(url: str) -> Place:
    """Where to connect for this URL, looked up now. Raises Refused for a forbidden one, Down for one not found.

    Every address that the name has must be allowed: a name that leads inside as well as outside is not ours to trust.
    """
    try:
        parts = checked(url)
    except ValueError as wrong:
        raise Refused(str(wrong)) from None
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Down(f"We cannot find {parts.hostname}. Check the address of the destination.") from None
    addresses = [ipaddress.ip_address(address[0].partition("%")[0]) for *_, address in found]
    if not all(allowed(address) for address in addresses):
        raise Refused(f"{parts.hostname} is inside a private network. WEBHOOKS_NETWORKS can allow it.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(parts.scheme, parts.hostname, port, path, str(addresses[0]))


def allowed(address) -> bool:
    """Whether this IP address is on the public internet, or in a network that `settings.WEBHOOKS_NETWORKS` names."""
    if any(address in ipaddress.ip_network(network) for network in settings.WEBHOOKS_NETWORKS):
        return True
    return all(one.is_global and not one.is_multicast for one in (address, *_within(address)))


def _within(address):
    """The IPv4 addresses that an IPv6 address stands for."""
    if address.version == 4:
        return []
    teredo = address.teredo[1] if address.teredo else None
    translated = ipaddress.ip_address(address.packed[-4:]) if address in TRANSLATED else None
    return [one for one in (address.ipv4_mapped, address.sixtofour, teredo, translated) if one]
