"""One POST to one back office: to an address that was checked, no redirect followed, over within seconds."""

import threading
from dataclasses import dataclass

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter

from borough.foundations.outgoing.trouble import Down

from . import addresses

CONNECT, BETWEEN = 5, 10  # seconds to connect, and between two pieces of the answer
LONGEST = 20  # seconds in all: far below the 10 minutes after which another worker may try
READ = 2_000  # bytes of the answer


@dataclass(frozen=True)
class Answer:
    status: int
    text: str  # how it begins


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """What the other side answered, whatever it is. Raises Refused where we must not go, Down where nobody answers."""
    place = addresses.place(url)
    done: list = []
    thread = threading.Thread(target=lambda: done.append(_try(place, body, headers)), daemon=True)
    thread.start()
    thread.join(LONGEST)  # a server that sends a byte at a time keeps no worker of ours
    if not done:
        raise Down(f"{place.host} took more than {LONGEST} seconds to answer.")
    if isinstance(done[0], Exception):
        raise done[0]
    return done[0]


def _try(place, body, headers):
    try:
        return _post(place, body, headers)
    except requests.exceptions.SSLError:
        return Down(f"{place.host} does not prove who it is: look at its certificate.")
    except requests.Timeout:
        return Down(f"{place.host} did not answer in time.")
    except (requests.RequestException, OSError) as fault:
        return Down(f"{place.host} did not answer, or hung up ({type(fault).__name__}).")


def _post(place, body, headers) -> Answer:
    host = f"[{place.ip}]" if ":" in place.ip else place.ip
    with requests.Session() as session:
        session.trust_env = False  # no proxy and no password of this machine's surroundings
        session.mount("https://", _Named(place.host))
        response = session.post(
            f"{place.scheme}://{host}:{place.port}{place.path}",
            data=body,
            headers={"Host": place.netloc, "User-Agent": "Borough", **headers},
            timeout=(CONNECT, BETWEEN),
            allow_redirects=False,
            stream=True,
            verify=settings.WEBHOOKS_CA or True,
        )
        with response:
            begins = response.raw.read(READ, decode_content=False)
            return Answer(response.status_code, begins.decode(errors="replace"))


class _Named(HTTPAdapter):
    """Connects to an IP address and asks for the certificate of the name it was looked up by."""

    def __init__(self, host: str):
        self.host = host
        super().__init__()

    def init_poolmanager(self, *args, **named):
        super().init_poolmanager(*args, server_hostname=self.host, assert_hostname=self.host, **named)
