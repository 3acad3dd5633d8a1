"""`borough run`: everything a borough needs on one machine, until Ctrl-C."""

import os
import signal
import subprocess
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand

from borough.config import database
from borough.config.start import prepare


class Command(BaseCommand):
    help = "Start the database, the web server and the worker; Ctrl-C stops all of them"
    requires_system_checks = []

    def handle(self, **options):
        port = os.environ.get("PORT", "8000")
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        children = []
        try:
            prepare(self.say)
            self.say("Starting web and worker")
            env = os.environ | {"PORT": port}
            borough = [sys.executable, "-m", "borough.config"]
            children = [subprocess.Popen([*borough, verb], env=env, start_new_session=True) for verb in ("serve", "worker")]
            self.say(f"\n  Borough is at http://localhost:{port}/\n")
            if settings.DEMONSTRATION:
                self.say(f"  Become a resident, an officer or a partner: http://localhost:{port}/demonstration/")
                self.say(f"  Apply for something:                        http://localhost:{port}/services/")
                self.say(f"  See the messages that were sent:            http://localhost:{port}/demonstration/messages/")
            self.say("\n  Ctrl-C stops everything.\n")
            while all(child.poll() is None for child in children):
                time.sleep(0.3)
            self.say("A part of Borough ended by itself, so the rest stops too. What it said is above.")
            sys.exit(1)
        except KeyboardInterrupt:
            self.say("\nStopping")
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for child in children:
                child.terminate()
            for child in children:
                try:
                    child.wait(timeout=8)
                except subprocess.TimeoutExpired:
                    child.kill()
            if database.is_embedded():
                database.embedded().stop()

    def say(self, line):
        self.stderr.write(line, lambda text: text)
