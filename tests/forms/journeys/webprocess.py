"""The real web server as its own process, on the test database, with one worker that tests kill."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from urllib.parse import urlencode

import psutil
from django.db import connection
from django.middleware.csrf import _get_new_csrf_string as csrf_token

from borough.config.database import ROOT
from tests.foundations.together import eventually


class Web:
    def __init__(self, process, port):
        self.process, self.port = process, port

    def worker(self) -> int | None:
        """The process id of the worker that serves pages, if one runs."""
        children = psutil.Process(self.process.pid).children()
        return children[0].pid if children else None

    def kill_worker(self) -> None:
        os.kill(self.worker(), signal.SIGKILL)

    def answers(self) -> bool:
        try:
            return self.ask("GET", "/services/") == 200
        except (OSError, http.client.HTTPException):
            return False

    def post(self, path: str, cookie: tuple[str, str]) -> int | None:
        """The status of the answer; None where the server died instead of answering."""
        token = csrf_token()
        headers = {"Cookie": f"{cookie[0]}={cookie[1]}; csrftoken={token}"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            return self.ask("POST", path, urlencode({"csrfmiddlewaretoken": token}), headers)
        except (OSError, http.client.HTTPException):
            return None

    def ask(self, method, path, body=None, headers=None) -> int:
        there = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            there.request(method, path, body, headers or {})
            return there.getresponse().status
        finally:
            there.close()


@contextmanager
def web():
    """Started with `borough serve`; killed at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server, _, query = os.environ["DATABASE_URL"].partition("?")
    url = f"{server.rpartition('/')[0]}/{connection.settings_dict['NAME']}?{query}"
    settings = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "borough.config.settings.testing"}
    settings |= {"PORT": str(port), "WEB_WORKERS": "1", "WEB_THREADS": "2"}
    command = [sys.executable, "-m", "borough.config", "serve"]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=said, stderr=said)
        try:
            here = Web(process, port)
            eventually(here.answers, seconds=90, what="the web server's first answer")
            yield here
        except AssertionError:
            said.seek(0)
            print(said.read().decode(errors="replace"))  # pytest shows it beside the fault
            raise
        finally:
            for child in psutil.Process(process.pid).children():
                child.kill()
            process.kill()
            process.wait()
