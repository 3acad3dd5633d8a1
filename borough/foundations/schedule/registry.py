"""Periodic work: which functions run, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from cronsim import CronSim

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Job:
    """One piece of periodic work. `cron` is read in the borough's own time: 8am stays 8am in summer."""

    name: str
    cron: str
    run: Callable[[], object]

    def after(self, moment: datetime) -> datetime:
        """The first time it is due after `moment` (aware)."""
        return next(CronSim(self.cron, moment.astimezone(LONDON)))


jobs: dict[str, Job] = {}


def every(cron: str, *, name: str):
    """Run the decorated function at the times `cron` names, once however many workers there are.

    `name` is room.verb. The function takes nothing and runs in one transaction together with its claim: if it raises or
    the worker is killed, all it did is undone. So it does no delivery itself; it writes to the outbox.
    An app's `jobs.py` is imported by itself. Raises CronSimError or ValueError when the program starts.
    """
    CronSim(cron, datetime.now(LONDON))

    def register(run):
        if name in jobs:
            raise ValueError(f"two jobs are called {name}")
        jobs[name] = Job(name, cron, run)
        return run

    return register
