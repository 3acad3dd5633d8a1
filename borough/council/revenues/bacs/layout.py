"""The records of a single-day file: where each part stands. 80 characters a label, 100 a payment.

Labels surround the payments: VOL1, HDR1, HDR2, UHL1 before, EOF1, EOF2, UTL1 after. Published alike by several bureaus;
of HDR2, UHL1 and UTL1 the places are theirs and we have not read them in the standard.
"""

from collections.abc import Mapping

# name → ((part, first place from 1, length), …); what is not said is blank.
LABELS = {
    "VOL1": (("label", 1, 4), ("serial", 5, 6), ("owner", 42, 6), ("level", 80, 1)),
    "HDR1": (("label", 1, 4), ("mark", 5, 1), ("owner", 6, 6), ("kind", 12, 1), ("again", 16, 6), ("serial", 22, 6),
             ("section", 28, 4), ("sequence", 32, 4), ("made", 42, 6), ("expires", 48, 6), ("blocks", 55, 6)),
    "HDR2": (("label", 1, 4), ("format", 5, 1), ("block", 6, 5), ("record", 11, 5), ("offset", 51, 2)),
    "UHL1": (("label", 1, 4), ("day", 5, 6), ("party", 11, 6), ("currency", 21, 2), ("country", 23, 6),
             ("work", 29, 9), ("number", 38, 3)),
    "UTL1": (("label", 1, 4), ("debits", 5, 13), ("credits", 18, 13), ("debit_count", 31, 7),
             ("credit_count", 38, 7), ("instructions", 45, 10)),
}  # fmt: skip
LABELS |= {"EOF1": LABELS["HDR1"], "EOF2": LABELS["HDR2"]}
PAYMENT = (
    ("sort_code", 1, 6), ("account", 7, 8), ("type", 15, 1), ("code", 16, 2), ("own_sort_code", 18, 6),
    ("own_account", 24, 8), ("free", 32, 4), ("amount", 36, 11), ("own_name", 47, 18), ("reference", 65, 18),
    ("name", 83, 18),
)  # fmt: skip
LABEL, RECORD = 80, 100
BEFORE, AFTER = ("VOL1", "HDR1", "HDR2", "UHL1"), ("EOF1", "EOF2", "UTL1")


def write(places, length: int, values: Mapping[str, str]) -> str:
    """One record. Raises ValueError: a value is longer than its place."""
    record = [" "] * length
    for name, first, size in places:
        value = str(values.get(name, ""))
        if len(value) > size:
            raise ValueError(f"“{value}” is too long for {name}: at most {size} characters")
        record[first - 1 : first - 1 + size] = value.ljust(size)
    return "".join(record)


def read(places, record: str) -> dict[str, str]:
    return {name: record[first - 1 : first - 1 + size].rstrip() for name, first, size in places}
