"""What is true of devices and loans whoever asks: pure functions, no database, no clock."""

import datetime
import re
import unicodedata

from borough.casework.deadlines import add_working_days

TAG = re.compile(r"[A-Z]{2}-[0-9]{5}")
OFFER_DAYS = 5  # working days that a device is kept for somebody
LONGEST = 366  # days until a loan is due back, at most
USUAL = 84  # 12 weeks
SOON = 7  # days before it is due, when we write first
LATE = (7, 21)  # days after it was due, when we write again

# How each kind may be wiped. A factory reset leaves what was on storage that was never encrypted to be read back, so
# it clears encrypted devices alone: NCSC, "Secure sanitisation of storage media", and "Erasing personal data from
# second-hand devices".
ERASED = {"erase", "crypto", "reinstall"}


def tag(text: str) -> str | None:
    """`" bd 1234"`, `bd-01234` or a whole scanned line → BD-01234; None where no label of ours is in it."""
    kept = unicodedata.normalize("NFKC", text[:200]).upper().replace("–", "-").replace("_", "-").strip()
    if found := TAG.findall(kept):
        return found[-1] if len(set(found)) == 1 else None
    match = re.fullmatch(r"([A-Z]{2})[\s.-]*([0-9]{1,5})", kept)
    return f"{match[1]}-{match[2]:0>5}" if match else None


def serial(text: str) -> str:
    """As makers print it: capitals, no spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()


def imei(text: str) -> str:
    """Its 15 digits. Raises ValueError: too few or many, or the last does not fit the others (Luhn, 3GPP TS 23.003)."""
    digits = re.sub(r"[\s./-]", "", unicodedata.normalize("NFKC", text))
    if not re.fullmatch(r"[0-9]{15}", digits):
        raise ValueError("Enter the IMEI as 15 numbers. Dial *#06# on the device to see it")
    doubled = [int(d) if at % 2 == 0 else sum(divmod(int(d) * 2, 10)) for at, d in enumerate(digits)]
    if sum(doubled) % 10:
        raise ValueError("One of the IMEI’s numbers is wrong. Look at it again, or dial *#06# on the device")
    return digits


def why_not_wiped(*, kind: str, encrypted: bool, method: str) -> str:
    """Why this way of wiping is not enough for this device; "" when it is."""
    if kind == "dongle":
        return ""
    if method == "nothing":
        return "Only a dongle keeps nothing. Choose how you wiped it"
    if method == "reset" and not encrypted:
        return "It is not encrypted, so a factory reset is not enough. Erase its storage, then choose how"
    return ""


def why_no_data(said: list[str]) -> list[str]:
    """What is missing for data from the National Databank: 18 or over, on a low income, and one need of three.

    Source: Good Things Foundation, National Databank, eligibility: somebody 18 or over from a low income household
    who has no or not enough internet at home or away from it, or cannot afford their contract or top up.
    `said` is what they ticked: adult, low_income, not_enough, cost.
    """
    reasons = []
    if "adult" not in said:
        reasons.append("They must be 18 or over")
    if "low_income" not in said:
        reasons.append("Money must be short at home")
    if not {"not_enough", "cost"} & set(said):
        reasons.append("They must have no or too little internet, or not be able to pay for it")
    return reasons


def kinds(wish: str) -> list[str]:
    """The kinds of device that fit what somebody asked for in Borrow a device."""
    return {"data": ["dongle"], "unsure": ["tablet", "laptop"]}.get(wish, [wish])


def order(request) -> tuple:
    """The place in the queue: the need first, then since when, then the number."""
    return request.band, request.queued_at, request.pk


def offer_ends(made: datetime.date) -> datetime.date:
    """The first day on which a device is no longer kept for somebody."""
    return add_working_days(made, OFFER_DAYS) + datetime.timedelta(days=1)


def nudge(due_on: datetime.date, today: datetime.date) -> str | None:
    """Which reminder is due today: the latest whose day has come. None before the first."""
    left = (due_on - today).days
    if left > SOON:
        return None
    late = [days for days in LATE if -left >= days]
    return f"late_{late[-1]}" if late else "due" if left <= 0 else "soon"


def months(first: datetime.date, last: datetime.date, *, since: datetime.date, until: datetime.date) -> int:
    """Started months of a loan of [first, last) within [since, until): each begins on the loan's day of the month.

    A loan of one day is one month. `queries.loan_months` counts the same in the database.
    """
    return sum(since <= start < until for start in month_starts(first, min(last, until)))


def month_starts(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    starts, at = [first], 0
    while True:
        at += 1
        year, month = divmod(first.month - 1 + at, 12)
        start = first.replace(
            year=first.year + year, month=month + 1, day=min(first.day, _days(first.year + year, month + 1))
        )
        if start >= last:
            return starts
        starts.append(start)


def _days(year: int, month: int) -> int:
    return (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
