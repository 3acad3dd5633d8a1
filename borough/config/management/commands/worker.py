"""`borough worker`: scheduled work, messages, payments, virus scans and background tasks, until told to stop."""

import logging
import os
import signal
import socket
import time

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connections
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker

from borough.foundations.documents.scanning import scan_due
from borough.foundations.messages.delivery import outbox
from borough.foundations.pay.reconciling import ask_due
from borough.foundations.schedule.runner import run_due
from borough.foundations.webhooks.delivery import hooks

logger = logging.getLogger("borough.worker")
PAUSE = 0.5  # seconds between looks when there is nothing to do
QUEUES = [(outbox, 100), (hooks, 5)]  # at most so many a round: a slow back office must not hold up a message for long
LONGEST_PAUSE = 15  # seconds, while the database is away


class Command(BaseCommand):
    help = "Do scheduled work, deliver messages, ask about payments, scan files and run background tasks"
    requires_system_checks = []
    stopping = False

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do all that is due, then stop: for cron and for tests")

    def handle(self, *, once, **options):
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        pause = PAUSE
        while not self.stopping:
            try:
                busy = self.look()
            except (OperationalError, InterfaceError) as fault:
                if once:
                    raise
                pause = min(pause * 2, LONGEST_PAUSE)
                logger.warning("The database does not answer (%s). Trying again in %.0f s", type(fault).__name__, pause)
                connections.close_all()
                self.rest(pause)
                continue
            pause = PAUSE
            if once and not busy:
                break
            if not busy:
                self.rest(pause)

    def look(self) -> bool:
        """One round of everything that is due. True if there was anything, so there may be more."""
        left = [queue.deliver_due(stopping=self.told, most=most) for queue, most in QUEUES]
        return any([*left, run_due(), ask_due(stopping=self.told), scan_due(stopping=self.told), run_task()])

    def rest(self, seconds):
        """Wait, but not past a signal to stop."""
        until = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < until:
            time.sleep(PAUSE)

    def told(self) -> bool:
        return self.stopping

    def stop(self, *_):
        """Finish what is in hand, then end."""
        self.stopping = True


def run_task() -> int:
    """Run one background task if any is ready, with django-tasks-db's own worker. Returns how many ran."""
    worker = TaskWorker(
        queue_names=["*"], excluded_queue_names=[], backend_name="default", interval=0, batch=True,
        startup_delay=False, max_tasks=1, worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}",
    )  # fmt: skip
    worker.run()
    return worker._run_tasks
