"""Whether a port can be had, said before anything is started."""

import socket


class Taken(Exception):
    """Something else has the port, or it is no port. Its words say what to do."""


def free(text: str) -> int:
    """The port `text` names, if nothing listens there. Raises Taken."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise Taken(f"PORT is “{text}”. It has to be a number from 1 to 65535, as in: make run PORT=8001")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the web server does: a just-left port is free
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Taken(f"Port {port} is kept for the system. Choose another, as in: make run PORT=8001") from None
        except OSError:
            other = f"choose another, as in: make run PORT={port + 1}"
            raise Taken(f"Port {port} is in use by another program. Stop that, or {other}") from None
    return port
