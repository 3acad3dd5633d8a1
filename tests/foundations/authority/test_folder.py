import tomllib
from pathlib import Path

import pytest

from borough.foundations.authority import folder
from borough.foundations.authority.details import Authority

DEMONSTRATION = Path(__file__).parents[3] / "borough/demonstration/authority"


def test_a_folder_says_who_the_council_is(tmp_path):
    (tmp_path / "authority.toml").write_text('name = "Testham"\n', "utf-8")
    (tmp_path / "static").mkdir()
    assert folder.read(tmp_path) == {"name": "Testham"}
    assert folder.static(tmp_path) == [tmp_path / "static"]


def test_no_folder_is_no_council_of_ones_own():
    assert folder.read("") == {}
    assert folder.static("") == []


def test_a_folder_with_a_fault_names_the_line(tmp_path):
    (tmp_path / "authority.toml").write_text('name = "Testham\n', "utf-8")
    with pytest.raises(tomllib.TOMLDecodeError, match="line 1"):
        folder.read(tmp_path)


def test_the_demonstrations_own_can_be_read_and_rings_nobody():
    council = Authority(**folder.read(DEMONSTRATION))
    assert council.phone.startswith("0161 496 0")
    assert council.email.endswith((".example", "@example.org"))
