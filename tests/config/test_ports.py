"""A port that cannot be had is said in a sentence."""

import socket

import pytest

from borough.config import ports


def test_a_free_port_is_had():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    assert ports.free(str(number)) == number


def test_a_taken_port_names_the_next():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = other.getsockname()[1]
        with pytest.raises(ports.Taken, match=f"in use by another program.*PORT={number + 1}"):
            ports.free(str(number))


@pytest.mark.parametrize("text", ["", "http", "0", "65536", "-1", "８０００", "80.5"])
def test_what_is_no_port_is_refused(text):
    with pytest.raises(ports.Taken, match="number from 1 to 65535"):
        ports.free(text)
