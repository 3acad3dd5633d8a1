"""`borough run`: everything a borough needs on one machine, until Ctrl-C."""

import os
import signal
import sys
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from borough.config import children
from borough.config.start import prepare

LONGEST = 90  # seconds to wait for the first answer


class Command(BaseCommand):
    help = "Start the database, the web server and the worker; Ctrl-C stops all of them"
    requires_system_checks = []

    def handle(self, **options):
        started, status = [], 0
        try:
            port = os.environ.get("PORT", "8000")
            self.say("The database runs")
            prepare(self.say)
            self.say("Starting web and worker")
            env = os.environ | {"PORT": port, "WEB_GRACE": "1", "BOROUGH_PREPARED": "1"}
            started += [children.start(verb, env) for verb in ("serve", "worker")]
            self.wait_until_ready(port, started)
            self.welcome(f"http://localhost:{port}")
            while self.alive(started):
                time.sleep(0.3)
        except KeyboardInterrupt:
            self.say("\nStopping")
        except Ended as fault:
            self.say(str(fault))
            status = 1
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)  # stopping is under way: a second Ctrl-C must not cut it short
            children.stop(started)
            connections.close_all()
        sys.exit(status)

    def wait_until_ready(self, port, started):
        last = time.monotonic() + LONGEST
        while self.alive(started) and time.monotonic() < last:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2):
                    return
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.2)
        raise Ended

    def alive(self, started):
        if any(child.poll() is not None for child in started):
            raise Ended
        return True

    def welcome(self, address):
        self.say(f"\n  Borough is at {address}/\n")
        if settings.DEMONSTRATION:
            self.say(f"  Become a resident, an officer or a partner: {address}/demonstration/")
            self.say(f"  Apply for something:                        {address}/services/")
            self.say(f"  See the messages that were sent:            {address}/demonstration/messages/")
        self.say("\n  Ctrl-C stops everything.\n")

    def say(self, line):
        self.stderr.write(line, lambda text: text)


class Ended(Exception):
    def __str__(self):
        return "A part of Borough ended by itself or does not answer, so the rest stops. What it said is above."
