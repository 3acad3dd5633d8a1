"""Why a bank sent something back, and what then becomes of the direct debit.

AUDDIS answers what was set up, ADDACS tells of changes at the bank, ARUDD of what was not paid. Sources: the reason
codes that bureaus publish.
"""

from dataclasses import dataclass

CANCEL, STOP, CHANGE, KEEP = "cancel", "stop", "change", "keep"


@dataclass(frozen=True)
class Reason:
    """`then`: cancel it, stop it and look first (a death), change its details, or keep it. `reports` may have it."""

    about: str
    reports: tuple[str, ...]
    then: str = KEEP


ALL = ("AUDDIS", "ADDACS", "ARUDD")
REASONS = {
    "0": Reason("Cancelled by the bank: ask the payer", ("ADDACS", "ARUDD"), CANCEL),
    "1": Reason("Cancelled by the payer", ALL, CANCEL),
    "2": Reason("The payer has died", ALL, STOP),
    "3": Reason("The account moved to another bank", ALL, CHANGE),
    "4": Reason("The payer disputes the notice", ("ARUDD",), STOP),
    "5": Reason("There is no such account", ("AUDDIS", "ARUDD"), CANCEL),
    "6": Reason("The bank has no instruction", ("AUDDIS", "ARUDD"), CANCEL),
    "7": Reason("The amount is another than was told", ("ARUDD",)),
    "8": Reason("It was taken too early", ("ARUDD",)),
    "9": Reason("It was taken too late", ("ARUDD",)),
    "A": Reason("Another organisation has the instruction", ("ARUDD",), STOP),
    "B": Reason("The account is closed", ALL, CANCEL),
    "C": Reason("The account moved to another branch", ("AUDDIS", "ADDACS"), CHANGE),
    "D": Reason("The payer disputes the notice", ("ADDACS",), STOP),
    "E": Reason("The instruction was changed", ("ADDACS",), CHANGE),
    "F": Reason("The account takes no direct debits of this kind", ("AUDDIS",), CANCEL),
    "G": Reason("The bank takes no direct debits on the account", ("AUDDIS",), CANCEL),
    "H": Reason("The instruction has lapsed", ("AUDDIS",), CANCEL),
    "I": Reason("The reference is another payer’s too", ("AUDDIS",), STOP),
    "K": Reason("Cancelled by the bank", ("AUDDIS",), CANCEL),
    "L": Reason("The account’s details are wrong", ("AUDDIS",), CANCEL),
    "M": Reason("We may not send this kind of instruction", ("AUDDIS",), STOP),
    "N": Reason("The branch takes none", ("AUDDIS",), CANCEL),
    "O": Reason("The reference is not allowed", ("AUDDIS",), STOP),
    "P": Reason("The payer’s name is missing", ("AUDDIS",), STOP),
    "Q": Reason("Our own name is missing", ("AUDDIS",), STOP),
    "R": Reason("The instruction holds again", ("ADDACS",)),
}


def reason(code: str, report: str) -> Reason:
    """What a code means in a report. Raises ValueError: the report has no such code, so somebody should look."""
    found = REASONS.get(code)
    if found is None or report not in found.reports:
        raise ValueError(f"{report} has no reason “{code[:4]}”. Keep the line aside and look at it")
    return found
