"""`borough services …` and `borough forms …`, as a shell sees them."""

import json
from io import StringIO

from django.core.management import CommandError, call_command


def services(*words, noun="services") -> tuple[int, str, str]:
    """(exit status, standard output, standard error)."""
    out, err = StringIO(), StringIO()
    try:
        call_command(noun, *map(str, words), stdout=out, stderr=err)
        status = 0
    except SystemExit as ended:
        status = ended.code
    except CommandError as refused:
        status, _ = 1, err.write(str(refused))
    return status, out.getvalue(), err.getvalue()


def as_json(*words, noun="services") -> tuple[int, dict]:
    """(exit status, what standard output says): it is only JSON."""
    status, out, _ = services(*words, "--json", noun=noun)
    return status, json.loads(out)
