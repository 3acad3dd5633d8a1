"""The measures in public: pages, spreadsheets, JSON; and those of officers."""

import csv
import datetime
import io
import json
from decimal import Decimal

import pytest

from borough.foundations.measures.models import Reading
from borough.programme.figures import actions
from tests import people

from .. import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def stream():
    return world.workstream()


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_number_its_day_and_where_it_comes_from(client, stream, monkeypatch):
    world.declare(monkeypatch, things=lambda day: day.day + 100)
    world.counted(stream, "things", target=Decimal(500), target_on=datetime.date(2027, 4, 1), caveats="Some twice.")
    for ago in (3, 2, 1):
        world.snapshot(world.yesterday() - datetime.timedelta(days=ago - 1))
    page = read(client, "/programme/measures/things/")
    for words in (str(world.yesterday().day + 100), "500 by 1 April 2027", "Some twice.", "Casework", "<svg", "As at"):
        assert words in page
    assert "Things" in read(client, "/programme/measures/")


def test_one_that_failed_says_that_instead_of_an_old_number(client, stream, monkeypatch):
    world.declare(monkeypatch, things=77123)
    world.counted(stream, "things")
    world.snapshot(world.yesterday() - datetime.timedelta(days=1))
    world.declare(monkeypatch, things=lambda day: 1 / 0)
    world.snapshot()
    page = read(client, "/programme/measures/")
    assert "It could not be counted on" in page
    assert "77,123" not in page
    row = json.loads(read(client, "/programme/measures.json"))["measures"][0]
    assert (row["latest"], "could not be counted" in row["freshness"]) == (None, True)


@pytest.mark.parametrize("odd", ["many", float("nan"), [], 10**30])
def test_one_that_counts_nonsense_fails_alone(client, stream, monkeypatch, odd):
    world.declare(monkeypatch, things=lambda day: odd, others=5)
    world.counted(stream, "things")
    world.snapshot()
    assert "It could not be counted on" in read(client, "/programme/measures/things/")
    assert Reading.objects.get(key="others").value == 5


def test_one_that_nothing_counts_any_more(client, stream, monkeypatch):
    world.counted(stream, "long-gone")
    world.declare(monkeypatch)
    assert "It is not counted any more" in read(client, "/programme/measures/long-gone/")


def test_a_day_counted_again_later_is_not_the_latest(client, stream, monkeypatch):
    counts = iter([20, 10])
    world.declare(monkeypatch, things=lambda day: next(counts))
    world.counted(stream, "things")
    world.snapshot()
    world.snapshot(world.yesterday() - datetime.timedelta(days=9))
    assert json.loads(read(client, "/programme/measures.json"))["measures"][0]["latest"] == 20


def test_few_people_are_told_nowhere(client, stream, monkeypatch):
    world.declare(monkeypatch, north=3, south=12, west=40, whole=55)
    world.counted(stream, "whole", of_people=True)
    for part in ("north", "south", "west"):
        world.counted(stream, part, of_people=True, part_of="whole")
    world.snapshot()
    rows = {row["key"]: row["latest"] for row in json.loads(read(client, "/programme/measures.json"))["measures"]}
    assert rows == {"whole": 55, "north": None, "south": None, "west": 40}
    api = json.loads(read(client, "/api/programme/measures/south"))
    assert (api["latest"], api["readings"][0]["value"]) == (None, None)
    for path in ("/programme/measures/north/", "/programme/measures/south.csv", "/programme/measures.csv"):
        assert not {"3", "12"} & set(read(client, path).replace("<", " ").replace(">", " ").replace(",", " ").split())
    assert "fewer than 5, or hidden" in read(client, "/programme/measures/north/")


def test_nor_in_the_history_where_another_day_would_give_them_away(client, stream, monkeypatch):
    counts = {"north": [3, 30], "south": [12, 12], "west": [40, 40], "whole": [55, 82]}
    days = [world.yesterday() - datetime.timedelta(days=9), world.yesterday()]
    world.declare(monkeypatch, **{key: lambda day, both=both: both[days.index(day)] for key, both in counts.items()})
    world.counted(stream, "whole", of_people=True)
    for part in ("north", "south", "west"):
        world.counted(stream, part, of_people=True, part_of="whole")
    for day in days:
        world.snapshot(day)
    told = {key: [row["value"] for row in json.loads(read(client, f"/programme/measures/{key}.json"))["readings"]]
            for key in counts}  # fmt: skip
    assert told == {"north": [30, None], "south": [12, None], "west": [40, 40], "whole": [82, 55]}


def test_a_total_of_many_parts_costs_no_more(client, stream, monkeypatch, django_assert_max_num_queries):
    wards = {f"ward-{at}": at for at in range(30)}
    world.declare(monkeypatch, whole=sum(wards.values()), **wards)
    world.counted(stream, "whole", of_people=True)
    for ward in wards:
        world.counted(stream, ward, of_people=True, part_of="whole")
    world.snapshot()
    with django_assert_max_num_queries(12):
        read(client, "/programme/measures/ward-7/")


def test_all_of_them_as_a_spreadsheet(client, stream, monkeypatch):
    world.declare(monkeypatch, things=12)
    world.counted(stream, "things")
    world.typed(stream)
    world.snapshot()
    answer = client.get("/programme/measures.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows[0][0] == "key"
    assert [row[0] for row in rows[1:]] == ["things", "halls"]
    assert rows[1][5] == "12"
    assert answer["Access-Control-Allow-Origin"] == "*"
    again = client.get("/programme/measures.csv", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_officers_pages_by_role(stream, signed_in):
    world.typed(stream)
    manager, lead = signed_in(world.manager()), signed_in(world.lead(stream))
    other, officer = signed_in(world.lead(world.workstream("other"))), signed_in(people.officer())
    paths = ["/work/measures/", "/work/measures/halls/type/", "/work/measures/halls/revise/",
             "/work/measures/publish/counted/", "/work/measures/publish/typed/"]  # fmt: skip
    assert [manager.get(path).status_code for path in paths] == [200] * 5
    assert [lead.get(path).status_code for path in paths] == [200, 200, 403, 403, 403]
    assert [other.get(path).status_code for path in paths] == [200, 404, 403, 403, 403]
    assert [officer.get(path).status_code for path in paths] == [403] * 5


def test_a_lead_types_a_number_and_everybody_sees_it(client, stream, signed_in):
    world.typed(stream)
    typed = {"value": "1,250", "day-day": "2", "day-month": "3", "day-year": "2026", "source": "Survey"}
    lead = signed_in(world.lead(stream))
    assert lead.post("/work/measures/halls/type/", typed).status_code == 302
    assert "1,250" in read(client, "/programme/measures/halls/")
    answer = lead.post("/work/measures/halls/type/", typed | {"value": "1300"})
    assert "If that is wrong, say why" in answer.content.decode()
    assert 'value="1300"' in answer.content.decode()
    wrong = lead.post("/work/measures/halls/type/", typed | {"value": "lots"}).content.decode()
    assert "Enter a number, like 1250 or 87.5" in wrong
    assert 'value="lots"' in wrong


def test_a_manager_publishes_and_revises(client, stream, signed_in, monkeypatch):
    world.declare(monkeypatch, things=12)
    manager = signed_in(world.manager())
    counted = {"key": "things", "workstream": stream.key, "source": "Casework"}
    assert manager.post("/work/measures/publish/counted/", counted).status_code == 302
    typed = {"key": "halls", "title": "Halls", "unit": "halls", "definition": "Halls.", "direction": "up"}
    typed |= {"workstream": stream.key, "source": "Survey"}
    assert manager.post("/work/measures/publish/typed/", typed).status_code == 302
    facts = {"target": "20", "target_on-day": "1", "target_on-month": "4", "target_on-year": "2027"}
    facts |= {"source": "Survey", "reason": "We aim higher."}
    assert manager.post("/work/measures/halls/revise/", facts).status_code == 302
    page = read(client, "/programme/measures/halls/")
    assert "20 by 1 April 2027" in page
    assert "We aim higher." in page
    lone = manager.post("/work/measures/halls/revise/", {"target": "30", "source": "x", "reason": "x"})
    assert "Enter the day of the target as well" in lone.content.decode()
    assert "No number has been typed yet" in page
    manager.get("/work/measures/halls/revise/")


def test_pages_cost_the_same_however_much_was_counted(client, stream, monkeypatch, django_assert_max_num_queries):
    world.declare(monkeypatch, things=12)
    measure = world.typed(stream)
    world.counted(stream, "things")
    lead = world.lead(stream)
    for ago in range(1, 40):
        day = world.yesterday() - datetime.timedelta(days=ago)
        Reading.objects.create(key="things", day=day, value=ago, counted_at=f"{day}T02:00Z")
        actions.type_in(measure=measure, day=day, value=Decimal(ago), source="x", by=lead)
    for path in ("/programme/measures/", "/programme/measures/things/", "/programme/measures/halls/", "/programme/"):
        with django_assert_max_num_queries(12):
            read(client, path)
