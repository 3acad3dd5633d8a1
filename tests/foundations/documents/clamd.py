"""A real clamd of our own, which knows one signature: the harmless test file that every scanner calls a virus."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.foundations.together import eventually

from . import files

# In two parts, so that no scanner takes this file for one
EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*").encode()
BAD = files.PDF.replace(b"trailer", b"%" + EICAR + b"\ntrailer")
CONF = """\
LocalSocket {there}/socket
DatabaseDirectory {there}/signatures
TemporaryDirectory {there}
Foreground yes
SelfCheck 0
StreamMaxLength 1M
MaxFileSize 4M
MaxScanSize 4M
AlertExceedsMax yes
"""


@contextmanager
def running():
    """Gives its CLAMD_URL; ends it afterwards. Skips where clamd is not installed."""
    if not (program := shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")):
        pytest.skip("clamd is not installed: `apt-get install clamav-daemon`")
    there = Path(tempfile.mkdtemp(prefix="borough-clamd-"))  # a short path: a socket's may have 107 letters
    (there / "signatures").mkdir()
    (there / "signatures/ours.ndb").write_text(f"Test-File:0:*:{EICAR.hex()}\n")
    (there / "clamd.conf").write_text(CONF.format(there=there))
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([program, f"--config-file={there}/clamd.conf"], **quiet)
    try:
        eventually(lambda: (there / "socket").exists() or process.poll() is not None, what="starting clamd")
        assert process.poll() is None, "clamd did not start"
        yield f"unix://{there}/socket"
    finally:
        process.kill()
        process.wait()
        shutil.rmtree(there, ignore_errors=True)
