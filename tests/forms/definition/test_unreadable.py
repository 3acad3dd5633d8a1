"""Files that are no definition at all: one fault each, never an exception, never a hang."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from borough.forms.definition import load

from ..made import BIKE, bike, loaded

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefg", "bcdefgh", strict=True)
)
UNREADABLE = {
    "nothing": ("", 1, "A service is a list of"),
    "a list": ("- title: x", 1, "A service is a list of"),
    "not YAML": ("title: x\npages: [\n", 3, "not YAML we can read"),
    "a tab": ("title: x\n\tarea: place\n", 2, "not YAML we can read"),
    "a key twice": ("title: x\narea: place\ntitle: y\n", 3, "duplicate key"),
    "two documents": ("title: x\n---\ntitle: y\n", 2, "not YAML we can read"),
    "NUL": (bike("Borrow a bike\n", "Borrow\0a bike\n"), 1, "NUL character"),
    "NUL written": (bike("Borrow a bike\n", '"Borrow\\0a bike"\n'), 1, "U+0000"),
    "half a character": (bike("Borrow a bike\n", '"Borrow \\uD800"\n'), 1, "U+D800"),
    "a character that pages are cut at": (bike("label: Me}", 'label: "M\\uE000"}'), 16, "U+E000"),
    "an unknown name repeated": ("title: *x\n", 1, "not YAML we can read"),
    "itself": ("title: &a\n  - *a\n", 1, ""),
    "fifty deep": ("pages: " + "[" * 80 + "]" * 80, 1, "nests too deep"),
    "a bomb of repeats": (BOMB, 5, "too many parts"),
    "too large": ("title: " + "x" * 2_000_001, 1, "too large"),
    "a number nobody can hold": ("title: " + "9" * 5000, 1, ""),
    "a Python object": ("area: place\ntitle: !!python/object:os.system x\n", 2, "“!!python/object:os.system” has no"),
    "a tag": (bike("title: Borrow a bike", "title: !!bool perhaps"), 1, "“!!bool” has no meaning"),
    "a day that there is not": (bike("earliest: today", "earliest: 2026-02-30"), 30, "day is out of range"),
    "a mapping merged into itself": ("area: place\ntitle: &a {<<: *a}\n", 2, "cannot tell what this is"),
    "a hundred thousand deep": ("title: " + "[" * 100_000, 1, "nests too deep"),
    "deep by its lines": ("title:\n" + "".join(" " * deep + "a:\n" for deep in range(1, 500)), 61, "nests too deep"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_is_one_fault_with_its_line(kind):
    text, line, words = UNREADABLE[kind]
    start = time.monotonic()
    faults = loaded(text).faults
    assert words in faults[0].message
    assert faults[0].line == line or not words
    assert time.monotonic() - start < 20


def test_a_name_given_twice_to_be_repeated_is_the_last_of_them():
    text = bike("title: Borrow a bike", "title: &a Borrow a bike").replace("area: place", "area: &a place", 1)
    assert loaded(text).faults == []


def test_a_file_that_is_not_text(tmp_path):
    (tmp_path / "service.yaml").write_bytes(b"title: \xff\xfe\n")
    assert "not UTF-8" in load.load(tmp_path / "service.yaml").faults[0].message


def test_a_file_too_large_to_be_read(tmp_path):
    with (tmp_path / "service.yaml").open("wb") as file:
        file.truncate(10**12)  # a hole: it takes no room on the disk
    assert "too large" in load.load(tmp_path / "service.yaml").faults[0].message


def test_a_file_that_is_not_there(tmp_path):
    assert "cannot open" in load.load(tmp_path / "service.yaml").faults[0].message


def test_reveals_beneath_reveals_are_a_fault():
    inner = "{name: q0, type: text, label: x}"
    for n in range(1, 12):
        inner = f"{{name: q{n}, type: radios, label: x, options: [{{value: a, label: A, reveal: [{inner}]}}]}}"
    faults = loaded(bike("{name: their_name, type: text, label: Their name}", inner)).faults
    assert any("a revealed question cannot reveal another" in fault.message.lower() for fault in faults)


def test_ten_thousand_options_are_a_fault():
    options = ", ".join(f"{{value: o{n}, label: Option {n}}}" for n in range(10_000))
    select = f"{{name: town, type: select, label: Which town?, options: [{options}]}}"
    faults = loaded(bike("{name: full_name, type: text, label: Your full name}", select)).faults
    assert any("at most 2000" in fault.message for fault in faults), [str(fault)[:200] for fault in faults]


def test_the_same_content_is_the_same_version_whatever_its_comments():
    assert loaded(BIKE).hash == loaded("# A comment\n" + BIKE).hash != loaded(bike("a week", "a day")).hash


@given(some.text(max_size=300))
def test_any_text_gives_faults_and_no_exception(text):
    assert loaded(text).faults


@given(some.integers(0, len(BIKE) - 1), some.integers(1, 40), some.text(max_size=8))
def test_any_slip_of_the_pen_gives_a_form_or_faults(at, length, instead):
    found = loaded(BIKE[:at] + instead + BIKE[at + length :])
    assert (found.form is None) == bool(found.faults)
