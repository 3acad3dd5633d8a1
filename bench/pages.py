"""What Lighthouse says of our public pages, with production settings and the demonstration's data."""

import json
import os
import secrets
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from cryptography.fernet import Fernet
from django.db import connection

from borough.config import database
from borough.demonstration import load
from borough.foundations.scratch import scratch_database

from . import servers
from .journeys import address_of

HERE = Path(__file__).resolve().parent / "lighthouse"
PAGES = {
    "home": "/",
    "strategy": "/programme/",
    "workstream": "/programme/workstreams/everybody-online/",
    "service": "/services/borrow-a-device/",
    "post": "/news/what-the-van-taught-us/",
}
KINDS = ("performance", "accessibility", "best-practices", "seo")


def measure(say, *, rounds: int) -> dict:
    """{page: {performance, accessibility, best-practices, seo: medians of 0 to 100, kilobytes}}."""
    lighthouse = _installed(say)
    with scratch_database(say):
        load.load(say=lambda line: None)
        production = {
            "DJANGO_SETTINGS_MODULE": "borough.config.settings.production", "BOROUGH_HOSTS": "127.0.0.1",
            "BOROUGH_SECRET_KEY": secrets.token_urlsafe(60), "BOROUGH_KEYS": Fernet.generate_key().decode(),
            "SECURE_SSL_REDIRECT": "false", "EMAIL_URL": "smtp://localhost:25",
            "BOROUGH_DEMONSTRATION": "", "BOROUGH_DEBUG": "",
        }  # fmt: skip
        address = address_of(database.url(), connection.settings_dict["NAME"])
        static = [sys.executable, "-m", "borough.config", "collectstatic", "--noinput", "--verbosity=0"]
        subprocess.run(static, env=os.environ | production | {"DATABASE_URL": address}, check=True)
        core = min(os.sched_getaffinity(0))
        with servers.server("borough.config.wsgi:application", database=address, core=core, **production) as (port, _):
            found = {}
            for name, path in PAGES.items():
                say(f"{name}: {path}")
                found[name] = _median([_run(lighthouse, f"http://127.0.0.1:{port}{path}") for _ in range(rounds)])
            return found


def _installed(say) -> Path:
    """Lighthouse, as its lock file names it, beside the environment."""
    to = Path(sys.prefix) / "lighthouse"
    program = to / "node_modules/.bin/lighthouse"
    if not program.exists():
        say("Installing Lighthouse (once)")
        to.mkdir(exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, to)
        subprocess.run(["npm", "ci", "--silent"], cwd=to, env=_environment(), check=True)
    return program


def _environment() -> dict:
    from tests.browser.chromium import get

    return os.environ | {"PATH": f"{Path(sys.prefix) / 'bin'}:{os.environ['PATH']}", "CHROME_PATH": str(get())}


def _run(lighthouse, address) -> dict:
    command = [str(lighthouse), address, "--quiet", "--output=json", f"--only-categories={','.join(KINDS)}",
               "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]  # fmt: skip
    said = json.loads(_said(command))
    scores = {kind: round(100 * (said["categories"][kind]["score"] or 0)) for kind in KINDS}
    return scores | {"kilobytes": round(said["audits"]["total-byte-weight"]["numericValue"] / 1000, 1)}


def _said(command, tries: int = 3) -> str:
    """Its report. A browser that does not start, or paints nothing in time, is started again: that scores no page."""
    for _ in range(tries):
        run = subprocess.run(command, env=_environment(), capture_output=True, text=True, check=False)
        if run.returncode == 0 and "runtimeError" not in json.loads(run.stdout):
            return run.stdout
    raise RuntimeError(f"Lighthouse did not get through: {run.stderr[-500:]}")


def _median(runs) -> dict:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
