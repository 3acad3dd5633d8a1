"""A form of the other formats becomes a sound definition of ours, and says what it could not keep."""

import pytest

from borough.forms.foreign.reading import read_data
from borough.forms.walking.routes import plan

from .made import defra, xgov


def sound(data):
    read = read_data(data, stem="a-form")
    assert [str(fault) for fault in read.loaded.faults] == []
    assert [note for note in read.notes.found if not note.lost] == []
    return read


def page(read, name):
    return next(page for page in read.data["pages"] if page["name"] == name)


def test_pages_questions_and_ways():
    read = sound(xgov())
    assert [p["name"] for p in read.data["pages"]] == ["your-name", "kind", "party", "adult", "too-young"]
    assert page(read, "kind")["next"] == [{"when": 'kind is "a-party"', "go": "party"}, {"go": "adult"}]
    assert page(read, "adult")["next"][0] == {"when": "adult is no", "go": "too-young"}
    assert page(read, "too-young")["end"] is True
    assert [q["type"] for q in page(read, "party")["questions"]] == ["number", "date"]
    assert read.data["person"] == {"name": "full_name", "email": "email"}
    assert read.data["sections"] == [{"name": "about-you", "title": "About you"}]
    assert "any" in read.data["before"]


def test_fees_become_ours():
    fee = {"label": "Hall", "amount": "25.50 * guests", "when": 'kind is "a-party"'}
    assert sound(xgov()).data["fees"] == [fee]


def test_where_answers_went_is_dropped_and_named():
    said = [note for note in sound(xgov()).notes.found if note.path == "outputs"]
    assert "is dropped" in said[0].message
    assert "example.org" not in str(read_data(xgov()).data)


def test_the_second_engine():
    read = sound(defra())
    assert page(read, "years")["when"] == "bcdefg is yes"
    repeat = page(read, "hives")["repeat"]
    assert (repeat["row"], repeat["least"], repeat["most"], len(repeat["pages"])) == ("hive", 1, 3, 1)


@pytest.mark.parametrize("make", [xgov, defra])
def test_every_page_is_reached(make):
    import datetime

    read = sound(make())
    walks, missed = plan(read.loaded.form, datetime.date(2026, 11, 25))
    assert missed == set()
    assert walks


def test_a_way_back_is_left_out_and_said():
    data = xgov()
    data["pages"][3]["next"] = [{"path": "/kind"}]
    assert any("leads back to" in note.message for note in sound(data).notes.found)


def test_a_page_nobody_reaches_is_left_out_and_said():
    data = xgov()
    data["pages"].append(
        {"path": "/lost", "title": "Lost", "components": [{"type": "YesNoField", "name": "x", "title": "X"}]}
    )
    read = sound(data)
    assert "lost" not in [p["name"] for p in read.data["pages"]]
    assert any("no page leads to" in note.message for note in read.notes.found)


def test_what_we_do_not_know_is_kept_aside():
    data = xgov(flightRecorder={"on": 1})
    data["pages"][1]["components"][0]["sparkle"] = "much"
    notes = sound(data).notes.found
    assert {
        ("flightRecorder", "{'flightRecorder': {'on': 1}}"),
        ("pages[1].components[0].sparkle", "{'sparkle': 'much'}"),
    } <= {(note.path, str(note.value)) for note in notes}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("kind == 'A party!' and not (adult == true)", 'kind is "a-party"'),
        ("guests > 10 or adult == true", "adult is yes"),
        ("nobody == 1", None),
    ],
)
def test_conditions_written_as_text(condition, said):
    data = xgov()
    data["conditions"][1]["value"] = condition
    read = sound(data)
    ways = [way.get("when", "") for p in read.data["pages"] for way in p.get("next", ())]
    assert any(said in way for way in ways) if said else any("asked nowhere" in n.message for n in read.notes.found)


@pytest.mark.parametrize("data", [{}, [], None, "x", {"pages": []}, {"title": "Ours", "pages": [{"name": "a"}]}])
def test_what_is_no_form_is_refused(data):
    read = read_data(data)
    assert read.data is None
    assert [note.lost for note in read.notes.found] == [False]


def test_keys_and_addresses_are_not_kept_aside():
    data = xgov(jwtKey="not-a-real-key", unknown={"apiKey": "not-a-real-key", "notes": "ask someone@example.org"})
    assert "not-a-real-key" not in str(read_data(data).notes.found)
    assert "example.org" not in str(read_data(data).notes.found)


def test_a_choice_of_numbers_is_compared():
    data = xgov()
    data["lists"][0]["items"] = [{"text": str(n), "value": n} for n in (1, 2, 3)]
    data["conditions"][0]["value"] = "kind > 1"
    assert page(sound(data), "kind")["next"][0]["when"] == 'kind in ["2", "3"]'
