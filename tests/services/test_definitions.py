import pytest

from borough.forms.definition.load import load
from tests.services.words import SERVICES, read


def types(questions):
    for question in questions:
        yield question["type"]
        for option in question.get("options", ()):
            yield from types(option.get("reveal", ()))


def test_there_are_five():
    assert [path.parent.name for path in SERVICES] == [
        "become-a-foster-carer",
        "book-a-market-stall",
        "borrow-a-device",
        "business-support-grant",
        "tell-us-about-the-strategy",
    ]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.parent.name)
def test_it_has_no_fault(path):
    assert [str(fault) for fault in load(path).faults] == []


def test_every_type_of_question_is_used():
    used = {type for path in SERVICES for page in read(path)["pages"] for type in types(page.get("questions", ()))}
    assert used == {
        "text", "long_text", "number", "money", "email", "phone", "date", "yes_no", "radios", "checkboxes", "select",
        "address", "file", "declaration", "bank_account",
    }  # fmt: skip


def test_references_and_measures_are_told_apart():
    services = [read(path) for path in SERVICES]
    keys = [measure["key"] for service in services for measure in service["measures"]]
    assert len(keys) == len(set(keys))
    assert sorted(service["reference"] for service in services) == ["BSG", "DEV", "FOS", "MKT", "SAY"]
