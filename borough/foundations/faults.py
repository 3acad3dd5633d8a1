"""Saying what went wrong without saying about whom."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def brief(fault: BaseException) -> str:
    """The kind of fault and where it rose: `ValueError at borough/casework/digest.py:41`.

    Never its message, which may quote an answer or an address.
    """
    trace, where = fault.__traceback__, ""
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(f"{ROOT}/") and "site-packages" not in file:
            where = f" at {Path(file).relative_to(ROOT)}:{trace.tb_lineno}"  # the deepest line of ours
        trace = trace.tb_next
    return type(fault).__name__ + where
