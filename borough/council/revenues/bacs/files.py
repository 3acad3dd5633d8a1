"""A Standard 18 file for one day: written with its contra, and read back with every total looked at."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from . import layout
from .payments import COLLECTIONS, CREDITS, INSTRUCTIONS, Account, Payment, plain

NEWLINE = "\r\n"


class BadFile(ValueError):
    """What is wrong with a file as a whole. Nothing of it was taken."""


@dataclass(frozen=True)
class Originator:
    """Who collects: the service user number of 6 digits, its account and its name."""

    number: str
    account: Account
    name: str


def write(by: Originator, payments: Sequence[Payment], *, day: datetime.date, made: datetime.date, serial: str) -> str:
    """The file to be processed on `day`. Raises ValueError: no payments, or a serial that is not six characters.

    The contra takes all collections to the council's own account, and pays all credits from it, so that both sides
    come to the same.
    """
    if not payments:
        raise ValueError("There is nothing to collect on that day, so there is no file")
    if len(serial) != 6 or not serial.isalnum():
        raise ValueError("The serial of a file has six letters and digits")
    records = [_record(by, one.account, one.code, one.amount, one.reference, one.name) for one in payments]
    taken = sum(one.amount for one in payments if one.code in COLLECTIONS)
    paid = sum(one.amount for one in payments if one.code in CREDITS)
    for code, amount in (("99", taken), ("17", paid)):
        if amount:
            records.append(_record(by, by.account, code, amount, "CONTRA", by.name))
    blocks = f"{-(-len(records) * layout.RECORD // 2_000):06}"
    said = {
        "serial": serial, "owner": by.number, "level": "1", "mark": "A", "kind": "S", "again": by.number,
        "section": "0001", "sequence": "0001", "made": _julian(made), "expires": _julian(day), "blocks": "000000",
        "format": "F", "block": "02000", "record": "00100", "offset": "00", "day": _julian(day), "party": "999999",
        "currency": "00", "country": "000000", "work": "1 DAILY", "number": "001",
        "debits": f"{taken + paid:013}", "credits": f"{taken + paid:013}",
        "debit_count": f"{sum(one.code in COLLECTIONS for one in payments) + bool(paid):07}",
        "credit_count": f"{sum(one.code in CREDITS for one in payments) + bool(taken):07}",
        "instructions": f"{sum(one.code in INSTRUCTIONS for one in payments):010}",
    }  # fmt: skip
    before = [_label(name, said) for name in layout.BEFORE]
    after = [_label(name, said | {"blocks": blocks}) for name in layout.AFTER]
    return NEWLINE.join([*before, *records, *after]) + NEWLINE


def read(text: str) -> tuple[dict[str, str], list[Payment]]:
    """What the labels say, and the payments without the contra. Raises BadFile: cut short, changed, or no such file."""
    if not text.isascii():
        raise BadFile("The file has characters that Bacs does not use. It was saved in another encoding on the way")
    lines = text.splitlines()
    names = [line[:4] for line in lines if len(line) == layout.LABEL]
    if tuple(names[:4]) != layout.BEFORE:
        raise BadFile("This does not begin like a Bacs file: VOL1, HDR1, HDR2, UHL1")
    if tuple(names[4:]) != layout.AFTER or not lines[-1].startswith("UTL1"):
        raise BadFile("The file is cut short: the labels at its end are missing. Ask for it again")
    said = {}
    for line in lines[:4] + lines[-3:]:
        said |= layout.read(layout.LABELS[line[:4]], line)
    payments, totals = [], _Totals()
    for number, line in enumerate(lines[4:-3], 5):
        if len(line) != layout.RECORD:
            raise BadFile(f"Line {number} has {len(line)} characters and not {layout.RECORD}. Ask for the file again")
        row = layout.read(layout.PAYMENT, line)
        totals.add(row, number)
        if row["reference"] != "CONTRA":
            payments.append(_payment(row, number))
    totals.compare(said)
    return said, payments


class _Totals:
    def __init__(self):
        self.money, self.count, self.instructions = {"debits": 0, "credits": 0}, {"debits": 0, "credits": 0}, 0

    def add(self, row, number):
        if not row["amount"].isdigit():
            raise BadFile(f"The amount in line {number} is no number. Ask for the file again")
        if row["code"] in INSTRUCTIONS:
            self.instructions += 1
            return
        side = "credits" if row["code"] in CREDITS else "debits"
        self.money[side] += int(row["amount"])
        self.count[side] += 1

    def compare(self, said):
        wanted = {
            "debits": self.money["debits"], "credits": self.money["credits"], "debit_count": self.count["debits"],
            "credit_count": self.count["credits"], "instructions": self.instructions,
        }  # fmt: skip
        for name, value in wanted.items():
            if said[name] != str(value).zfill(len(said[name])) or not said[name]:
                raise BadFile(f"The file says {name} {said[name] or 'nothing'}, and its lines come to {value}")
        if wanted["debits"] != wanted["credits"]:
            raise BadFile("What is taken and what is paid in do not come to the same")


def _payment(row, number) -> Payment:
    try:
        account = Account(row["sort_code"], row["account"])
        return Payment(account, row["code"], int(row["amount"]), row["name"], row["reference"])
    except ValueError as fault:
        raise BadFile(f"Line {number}: {fault}") from fault


def _record(by: Originator, account: Account, code: str, amount: int, reference: str, name: str) -> str:
    return layout.write(
        layout.PAYMENT, layout.RECORD,
        {
            "sort_code": account.sort_code, "account": account.number, "type": "0", "code": code,
            "own_sort_code": by.account.sort_code, "own_account": by.account.number, "amount": f"{amount:011}",
            "own_name": plain(by.name), "reference": reference, "name": plain(name),
        },
    )  # fmt: skip


def _label(name: str, said: dict) -> str:
    return layout.write(layout.LABELS[name], layout.LABEL, said | {"label": name})


def _julian(day: datetime.date) -> str:
    """` YYDDD`: a blank, the year, the day of the year."""
    return f" {day:%y%j}"
