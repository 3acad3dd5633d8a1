"""`borough gazetteer import`"""

import json

import pytest
from django.core.management import call_command

from borough.foundations.gazetteer.models import Address

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "addresses.csv"
    path.write_text("uprn,line_1,postcode\n1,1 Lark Road,SK1 1AA\n2,2 Lark Road,NOPE\n")
    return path


def test_json_is_all_there_is_on_standard_output(file, capsys):
    call_command("gazetteer", "import", str(file), "--json")
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "read": 2, "added": 1, "changed": 0, "unchanged": 0, "refused": 1,
        "refused_file": str(file.with_name("addresses.refused.csv")),
    }  # fmt: skip
    assert "2 lines read" in err


def test_a_person_is_told_in_a_line(file, capsys):
    call_command("gazetteer", "import", str(file))
    assert capsys.readouterr().out == "2 read, 1 added, 0 changed, 0 unchanged, 1 refused.\n"


def test_a_bad_file_exits_with_1_and_says_what_is_wrong(file, capsys):
    file.write_text("a,b\n1,2\n")
    with pytest.raises(SystemExit) as stopped:
        call_command("gazetteer", "import", str(file), "--json")
    out, err = capsys.readouterr()
    assert stopped.value.code == 1
    assert "Missing: uprn" in json.loads(out)["error"]
    assert "Nothing was changed" in err
    assert not Address.objects.exists()
