"""Files for Bacs: to the place as published, the same read as written, and refused when anything happened to them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.council.revenues.bacs import files, layout, notice, payments, reasons
from borough.council.revenues.bacs.files import BadFile, Originator
from borough.council.revenues.bacs.payments import Account, Payment

from . import vectors

DAY, MADE = datetime.date(2026, 5, 1), datetime.date(2026, 4, 27)
US = Originator("123456", Account("200000", "55779911"), "Ambleton Council")
PAYER = Account("090128", "03745521")
digits = st.text("0123456789", min_size=8, max_size=8)
several = st.lists(
    st.builds(
        Payment,
        account=st.builds(Account, st.text("0123456789", min_size=6, max_size=6), digits),
        code=st.sampled_from(sorted({**payments.COLLECTIONS, **payments.CREDITS})),
        amount=st.integers(1, 10**7),
        name=st.text("ABCDEFGHIJ", min_size=1, max_size=18),
        reference=digits.map(lambda number: f"CT{number}"),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


def payment(code="17", amount=18_600, **more):
    return Payment(**{"account": PAYER, "code": code, "amount": amount, "name": "I EXAMPLE",
                      "reference": "CT00012345"} | more)  # fmt: skip


def written(*some):
    return files.write(US, some or [payment()], day=DAY, made=MADE, serial="000042")


def test_to_the_place():
    lines = written(payment(), payment("01", 24_331), payment("0N", 0)).splitlines()
    assert [line[:4] for line in lines[:4] + lines[-3:]] == [*layout.BEFORE, *layout.AFTER]
    first, contra = lines[4], lines[7]
    assert first == (
        "090128" "03745521" "0" "17" "200000" "55779911" "    " "00000018600" "AMBLETON COUNCIL  "
        "CT00012345        " "I EXAMPLE         "
    )  # fmt: skip
    assert contra[:17] == "20000055779911099"
    assert (contra[35:46], contra[64:70]) == ("00000042931", "CONTRA")
    assert lines[3][4:10] == " 26121"  # 1 May is the 121st day
    total = lines[-1]
    assert (total[4:17], total[17:30]) == ("0000000042931", "0000000042931")
    assert (total[30:37], total[37:44], total[44:54]) == ("0000002", "0000001", "0000000001")


@pytest.mark.parametrize("row", vectors.rows("bacs_std18_layout.csv"))
def test_places_as_published(row):
    record, first, size = row["record"], int(row["start"]), int(row["length"])
    places = layout.PAYMENT if record in ("DETAIL", "CONTRA") else layout.LABELS[record]
    assert int(row["end"]) == first + size - 1
    field = row["field"]
    ours = {name: (at, length) for name, at, length in places}
    known = {
        "destination sort code": "sort_code", "destination account number": "account", "transaction code": "code",
        "destination account type": "type", "originating sort code": "own_sort_code",
        "originating account number": "own_account", "amount in pence": "amount", "originator name": "own_name",
        "service user reference": "reference", "destination account name": "name", "processing date": "day",
        "submission serial number": "serial", "monetary total debits": "debits", "set identification": "serial",
        "monetary total credits": "credits", "count debit items": "debit_count", "work code": "work",
        "count credit items": "credit_count", "record length": "record", "block length": "block",
        "creation date": "made", "expiration date": "expires", "block count": "blocks", "file number": "number",
    }  # fmt: skip
    if field not in known:
        pytest.skip("blank, fixed, or not of a single-day file")
    assert ours[known[field]] == (first, size)


@given(several)
def test_what_is_written_is_read_and_both_sides_are_the_same(some):
    text = written(*some)
    said, found = files.read(text)
    assert found == some
    assert said["debits"] == said["credits"]
    assert {len(line) for line in text.splitlines()} == {layout.LABEL, layout.RECORD}
    assert text.isascii()


@given(several, st.data())
def test_a_file_cut_anywhere_is_refused_whole(some, data):
    lines = written(*some).splitlines(keepends=True)
    drop = data.draw(st.integers(0, len(lines) - 1))
    with pytest.raises(BadFile):
        files.read("".join(lines[:drop] + lines[drop + 1 :]))
    with pytest.raises(BadFile):
        files.read("".join(lines[:drop]))


@given(several, st.integers(0, 10), st.data())
def test_a_changed_amount_is_found(some, place, data):
    lines = written(*some).splitlines()
    at = data.draw(st.integers(4, 3 + len(some)))
    old = lines[at][35 + place]
    lines[at] = lines[at][: 35 + place] + str((int(old) + 1) % 10) + lines[at][36 + place :]
    with pytest.raises(BadFile):
        files.read("\r\n".join(lines))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "does not begin like"),
        ("a,b,c\n1,2,3\n", "does not begin like"),
        (written().replace("EXAMPLE", "EXÄMPLE"), "another encoding"),
        (written().replace("I EXAMPLE         ", "I EXAMPLE"), "characters and not 100"),
        (written().replace("00000018600", "0000001860O"), "no number"),
    ],
)
def test_what_is_no_file_says_what_to_do(text, words):
    with pytest.raises(BadFile, match=words):
        files.read(text)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: written() and files.write(US, [], day=DAY, made=MADE, serial="000042"), "nothing to collect"),
        (lambda: files.write(US, [payment()], day=DAY, made=MADE, serial="42"), "six letters and digits"),
        (lambda: Account("12-34-56", "12345678"), "6 digits"),
        (lambda: Account("123456", "1234567"), "8 digits"),
        (lambda: payment("55"), "no transaction code"),
        (lambda: payment("0N", 5), "is for nought"),
        (lambda: payment("17", 0), "above nought"),
        (lambda: payment("17", 10**11), "11 digits"),
        (lambda: payment(name="Ivy Example"), "plain capitals"),
        (lambda: payment(name=""), "plain capitals"),
        (lambda: payment(reference="CT1"), "6 to 18"),
        (lambda: payment(reference="CT-0001234"), "first six"),
        (lambda: payment(reference="AAAAAAAA"), "again and again"),
        (lambda: payment(reference="DDIC000001"), "indemnity"),
    ],
)
def test_what_banks_would_refuse(make, words):
    with pytest.raises(ValueError, match=words):
        make()


@pytest.mark.parametrize(
    ("name", "plain"), [("Zoë O’Neill", "ZOE ONEILL"), ("Łukasz", "UKASZ"), ("a  b_c", "A B C"), ("x" * 30, "X" * 18)]
)
def test_names_as_banks_take_them(name, plain):
    assert payments.plain(name) == plain


@pytest.mark.parametrize("row", vectors.rows("bacs_codes.csv"))
def test_every_published_code_is_known(row):
    if row.get("kind") == "transaction":
        assert row["code"] in payments.CODES
    elif row.get("kind") == "reason":
        assert set(row["reports"].split()) == set(reasons.REASONS[row["code"]].reports)
    else:
        pytest.skip("indemnity claims are not handled")


def test_a_death_stops_and_looks_and_a_strange_code_is_kept_aside():
    assert reasons.reason("2", "ARUDD").then == reasons.STOP
    assert reasons.reason("1", "ADDACS").then == reasons.CANCEL
    for code, report in (("Z", "ARUDD"), ("H", "ADDACS")):
        with pytest.raises(ValueError, match="Keep the line aside"):
            reasons.reason(code, report)


def test_ten_working_days_of_notice():
    assert notice.first_day(datetime.date(2026, 4, 13)) == datetime.date(2026, 4, 27)
    assert notice.first_day(datetime.date(2026, 3, 27)) == datetime.date(2026, 4, 14)  # Easter lies between
