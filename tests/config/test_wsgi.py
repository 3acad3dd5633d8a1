"""A web process has all it needs before its first request, and never looks for garbage there."""

import subprocess
import sys

SAY = """
import gc, sys
from borough.config.wsgi import application
print(gc.get_freeze_count() > 100_000, "borough.forms.views.page" in sys.modules)
"""


def test_all_is_loaded_and_set_apart():
    said = subprocess.run([sys.executable, "-c", SAY], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "True"]
