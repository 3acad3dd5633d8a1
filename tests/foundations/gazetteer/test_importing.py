"""Importing a file of addresses: what is good goes in, what is not is told, and a second run changes nothing."""

import csv

import pytest
from psutil import Process

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.gazetteer import actions
from borough.foundations.gazetteer.importing.columns import BadFile
from borough.foundations.gazetteer.models import Address, Street, Ward

pytestmark = pytest.mark.django_db
HEADER = "uprn,line_1,town,postcode,street,usrn,ward\n"
ROW = "101,1 Lark Road,Ambleton,SK1 1AA,Lark Road,40000001,Larkside\n"


@pytest.fixture
def load(tmp_path, larkside):
    def load(content, **options):
        path = tmp_path / "addresses.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return actions.import_addresses(path=path, by=SYSTEM, **options)

    return load


def refusals(report):
    with report.refused_path.open(encoding="utf-8-sig", newline="") as file:
        return [(int(row["line"]), row["why"]) for row in csv.DictReader(file)]


def test_an_address_its_street_and_its_ward_go_in(load, larkside):
    assert load(HEADER + ROW).counts == {"read": 1, "added": 1, "changed": 0, "unchanged": 0, "refused": 0}
    address = Address.objects.get(pk=101)
    assert (address.one_line, address.ward, address.usrn) == ("1 Lark Road, Ambleton, SK1 1AA", larkside, 40_000_001)


def test_a_second_run_changes_nothing(load):
    load(HEADER + ROW)
    assert load(HEADER + ROW).counts["unchanged"] == 1


def test_a_changed_address_and_street_are_changed(load):
    load(HEADER + ROW)
    report = load(HEADER + ROW.replace("Lark Road", "Larch Road"))
    assert report.changed == 1
    assert Address.objects.get(pk=101).line_1 == "1 Larch Road"
    assert Street.objects.get(pk=40_000_001).name == "Larch Road"


def test_addresses_the_file_does_not_name_stay(load, lark_road):
    load(HEADER + "900,9 Finch Way,Ambleton,SK1 1AD,,,\n")
    assert Address.objects.count() == 5


def test_a_refused_line_is_told_and_the_others_go_in(load):
    report = load(HEADER + ROW + "102,2 Lark Road,Ambleton,NOPE,,,\n" + "\n" + ROW + "x\n")
    assert report.counts == {"read": 4, "added": 1, "changed": 0, "unchanged": 0, "refused": 3}
    assert report.refused_path.name == "addresses.refused.csv"
    assert [line for line, _ in refusals(report)] == [3, 5, 6]
    assert "on line 2 too" in refusals(report)[1][1]


def test_no_refusals_no_file(load):
    assert not load(HEADER + ROW).refused_path.exists()


def test_an_unknown_ward_is_refused_unless_wards_may_be_added(load):
    new = HEADER + ROW.replace("Larkside", "Finch & Wren")
    assert "--add-wards" in refusals(load(new))[0][1]
    assert load(new, add_wards=True).added == 1
    assert Ward.objects.get(slug="finch-wren").name == "Finch & Wren"


def test_a_usrn_needs_its_streets_name_once(load):
    report = load(HEADER + ROW.replace("Lark Road,4", ",4"))
    assert "needs the street's name" in refusals(report)[0][1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(load, encoding):
    load((HEADER + ROW.replace("1 Lark", "Café, 1 Lark".replace(",", ""))).encode(encoding))
    assert Address.objects.get(pk=101).line_1 == "Café 1 Lark Road"


def test_a_byte_no_encoding_has_is_refused_by_its_line(load):
    report = load((HEADER + ROW).encode() + b"102,2 \x81\xff Lark Road,Ambleton,SK1 1AA,,,\n")
    assert report.added == 1
    assert "UTF-8" in refusals(report)[0][1]


def test_semicolons_and_tabs_are_read(load):
    assert load((HEADER + ROW).replace(",", ";")).added == 1
    assert load((HEADER + ROW).replace(",", "\t")).unchanged == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("uprn,line_1\n1,x\n", "Missing: postcode"),
        ("", "Missing: uprn, line_1, postcode"),
        (HEADER.replace("town", "uprn") + ROW, "twice: uprn"),
        (ROW, "It needs uprn, line_1, postcode"),
        (b"PK\x03\x04\0\0\xff\xfe" * 100, "Missing"),
        ('"' + "x" * 200_000, "not a CSV file"),
    ],
)
def test_a_bad_header_says_what_it_wants_and_changes_nothing(load, content, told):
    with pytest.raises(BadFile, match=told):
        load(content)
    assert not Address.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(BadFile, match="Cannot read"):
        actions.import_addresses(path=tmp_path / "none.csv", by=SYSTEM)


def test_a_refused_file_that_cannot_be_written_changes_nothing(load, tmp_path):
    with pytest.raises(BadFile, match="--refused"):
        load(HEADER + ROW + "x\n", refused=tmp_path / "no" / "where.csv")
    assert not Address.objects.exists()


def test_a_run_is_one_audit_event(load):
    load(HEADER + ROW + "x\n")
    event = AuditEvent.objects.get()
    assert (event.action, event.data["added"], event.data["refused"]) == ("gazetteer.imported", 1, 1)


def test_a_line_the_reader_cannot_read_does_not_stop_the_rest(load):
    report = load(HEADER + '"' + "x" * 140_000 + '"\n' + ROW)
    assert (report.added, report.refused) == (1, 1)


def test_20_000_lines_go_in_with_bounded_memory(load):
    rows = "".join(f"{n},{n} Lark Road,Ambleton,SK1 1AA,Lark Road,40000001,Larkside\n" for n in range(1, 20_001))
    memory = []
    report = load(HEADER + rows, progress=lambda read: memory.append(Process().memory_info().rss))
    assert report.added == Address.objects.count() == 20_000
    assert len(memory) == 21
    assert memory[-1] - memory[2] < 20_000_000
