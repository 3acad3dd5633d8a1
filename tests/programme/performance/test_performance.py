"""How a service does in public: the four figures, and that nobody is told apart."""

import datetime
import json
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from borough.forms.measuring.models import Opinion, Stopped
from borough.forms.models import Submission
from borough.programme.performance import actions, queries
from borough.programme.performance.models import ChannelCost, Elsewhere, StageChange
from borough.programme.workstreams.actions import Refused
from tests import people
from tests.forms import made
from tests.forms.measuring.days import later

from .. import world

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
LONG_AGO = datetime.date(2020, 1, 1)


def send(count):
    for _ in range(count):
        client = Client()
        made.fill(client)
        client.post("/apply/borrow-a-bike/send")


@pytest.fixture
def sent(bike):
    """Ten sent, two of them typed by an officer; five stopped; six were satisfied."""
    send(10)
    officer = people.officer("bikes")
    helped = Submission.objects.order_by("pk").values_list("pk", flat=True)[:2]
    Submission.objects.filter(pk__in=list(helped)).update(channel="assisted", helped_by=officer)
    Stopped.objects.create(slug="borrow-a-bike", day=world.yesterday() - DAY, channel="online", page="email", count=5)
    for score in (5, 5, 5, 5, 5, 1, 1, 1, 1, 1):
        Opinion.objects.create(slug="borrow-a-bike", day=world.yesterday(), score=score)
    later(days=2)
    return bike


def read(client, path="/services/borrow-a-bike/performance.json"):
    answer = client.get(path)
    assert answer.status_code == 200
    return json.loads(answer.content)


def cost(form, channel, pence, from_day=LONG_AGO):
    return actions.set_cost(form=form, channel=channel, pence=pence, from_day=from_day, source="Finance",
                            by=people.officer("bikes"))  # fmt: skip


def paper(form, count, first=None):
    first = first or world.yesterday() - 10 * DAY
    return actions.count_elsewhere(form=form, channel="paper", first_day=first, end_day=first + 5 * DAY, count=count,
                                   source="Post room", by=people.officer("bikes"))  # fmt: skip


def test_the_four_figures(client, sent):
    for channel, pence in (("online", 100), ("assisted", 700), ("paper", 1000)):
        cost(sent, channel, pence)
    paper(sent, 10)
    data = read(client)
    assert data["completion_rate"] == 66.7
    assert data["digital_take_up"] == 50  # ten of twenty: those whom an officer helped count as digital
    assert data["satisfaction"] == 50
    assert data["cost_per_transaction"] == 6.1  # (8 × £1 + 2 × £7 + 10 × £10) / 20
    assert data["transactions"] == 20


def test_a_cost_that_nobody_gave_is_said_to_be_missing(client, sent):
    cost(sent, "online", 100)
    data = read(client)
    assert (data["cost_per_transaction"], data["uncosted"]) == (None, ["assisted"])
    assert "nobody has said what it costs: online, filled in by an officer" in " ".join(
        client.get("/services/borrow-a-bike/performance/").content.decode().split()
    )


def test_a_price_that_changed_within_the_time(client, sent):
    cost(sent, "assisted", 0)
    cost(sent, "online", 100)
    cost(sent, "online", 9900, world.yesterday())  # all ten came the day before
    assert read(client)["cost_per_transaction"] == 0.8


def test_small_numbers_are_hidden_and_cannot_be_worked_out(client, sent):
    data = read(client)
    assert data["forms_sent"] == 10
    assert data["sent_by"] == {"online": None, "assisted": None, "partner": 0}
    assert data["opinions"] == {"5": 5, "4": 0, "3": 0, "2": 0, "1": 5}


def test_of_few_people_nothing_is_told(client, bike):
    send(3)
    later(days=2)
    data = read(client)
    figures = (
        "completion_rate",
        "digital_take_up",
        "satisfaction",
        "cost_per_transaction",
        "transactions",
        "forms_sent",
    )
    assert [data[name] for name in figures] == [None] * 6
    assert "Too few to tell" in client.get("/services/borrow-a-bike/performance/").content.decode()


@pytest.mark.parametrize("days", ["7", "91", "365", "x", "\0"])
def test_any_period_gives_a_page(client, sent, days):
    assert client.get("/services/borrow-a-bike/performance/", {"days": days}).status_code == 200


def test_all_of_them_as_counted_last_night(client, sent):
    world.snapshot()
    (row,) = read(client, "/programme/performance.json")["services"]
    assert (row["service"], row["transactions"], row["digital_take_up"]) == ("borrow-a-bike", 10, 100)
    assert row["as_at"] == str(world.yesterday())
    assert read(client, "/api/services/performance") == [row]
    assert read(client, "/api/services/borrow-a-bike/performance")["transactions"] == 10
    for path in ("/programme/performance/", "/programme/performance.csv", "/services/borrow-a-bike/performance.csv"):
        assert client.get(path).status_code == 200
    assert client.get("/services/none/performance/").status_code == 404


def test_pages_cost_at_most_twelve_queries(client, sent, django_assert_max_num_queries):
    cost(sent, "online", 100)
    paper(sent, 10)
    world.snapshot()
    for path in ("/services/borrow-a-bike/performance/", "/programme/performance/", "/programme/services/"):
        with django_assert_max_num_queries(12):
            client.get(path)


def test_who_may_say_what_it_costs(sent):
    with pytest.raises(Refused, match="own team"):
        actions.set_cost(
            form=sent, channel="online", pence=1, from_day=LONG_AGO, source="x", by=people.officer("other")
        )
    for wrong, words in (({"channel": "fax"}, "Choose how"), ({"pence": -1}, "from £0"), ({"source": " "}, "where")):
        given = {"channel": "online", "pence": 1, "source": "x"} | wrong
        with pytest.raises(Refused, match=words):
            actions.set_cost(form=sent, from_day=LONG_AGO, by=world.manager(), **given)


def test_the_same_days_are_counted_once(sent):
    paper(sent, 10)
    with pytest.raises(Refused, match="counted already"):
        paper(sent, 10, world.yesterday() - 7 * DAY)
    with pytest.raises(Refused, match="not over yet"):
        paper(sent, 10, world.yesterday())


def test_officers_pages_by_role(sent, signed_in):
    paths = [f"/work/performance/borrow-a-bike/{name}" for name in ("", "cost/", "elsewhere/")]
    for who, statuses in ((people.officer("bikes"), {200}), (world.manager(), {200}), (people.officer("other"), {404})):
        assert {signed_in(who).get(path).status_code for path in paths} == statuses
    stages = ["/work/stages/", "/work/stages/change/"]
    assert {signed_in(world.manager()).get(path).status_code for path in stages} == {200}
    assert {signed_in(people.officer("bikes")).get(path).status_code for path in stages} == {403}


def test_an_officer_types_them(client, sent, signed_in):
    officer = signed_in(people.officer("bikes"))
    day = {"from_day-day": "1", "from_day-month": "1", "from_day-year": "2020"}
    typed = {"channel": "online", "pence": "£2.50", "source": "Finance"} | day
    assert officer.post("/work/performance/borrow-a-bike/cost/", typed).status_code == 302
    assert ChannelCost.objects.get().pence == 250
    wrong = officer.post("/work/performance/borrow-a-bike/cost/", typed | {"pence": "two"}).content.decode()
    assert "Enter an amount in pounds, like 2.50" in wrong
    days = {"first_day-day": "1", "first_day-month": "2", "first_day-year": "2026"}
    days |= {"end_day-day": "1", "end_day-month": "3", "end_day-year": "2026"}
    counted = {"channel": "phone", "count": "12", "source": "Calls"} | days
    assert officer.post("/work/performance/borrow-a-bike/elsewhere/", counted).status_code == 302
    assert Elsewhere.objects.get().count == 12
    again = officer.post("/work/performance/borrow-a-bike/elsewhere/", counted).content.decode()
    assert "counted already" in again
    assert "£2.50" in officer.get("/work/performance/borrow-a-bike/").content.decode()


def test_the_grid_of_stages(client, sent, signed_in):
    manager = world.manager()
    place = people.team("bikes").directorate
    typed = {"key": "fly-tipping", "title": "Report fly tipping", "directorate": place.slug, "stage": "alpha",
             "reason": "We try it."}  # fmt: skip
    assert signed_in(manager).post("/work/stages/change/", typed).status_code == 302
    actions.set_stage(key="fly-tipping", title="Report fly tipping", directorate=place, stage="beta", reason="x",
                      by=manager)  # fmt: skip
    (row,), stages = queries.rollout()
    assert stages == ["discovery", "alpha", "beta", "live", "retired"]
    assert [one["title"] for one in row["stages"]["live"]] == ["Borrow a bike"]
    assert [one["title"] for one in row["stages"]["beta"]] == ["Report fly tipping"]
    assert StageChange.objects.count() == 2
    page = client.get("/programme/services/").content.decode()
    assert "/services/borrow-a-bike/performance/" in page
    for wrong, words in (({"key": "borrow-a-bike"}, "its definition says"), ({"stage": "beta"}, "already"),
                         ({"stage": "soon"}, "Choose"), ({"reason": ""}, "what happened")):  # fmt: skip
        given = {"key": "fly-tipping", "title": "x", "stage": "live", "reason": "x"} | wrong
        with pytest.raises(Refused, match=words):
            actions.set_stage(directorate=place, by=manager, **given)


def test_a_stage_in_the_definition_counts_from_when_it_was_published(bike):
    before = queries.rollout()[0][0]["stages"]["live"][0]["since"]
    made.publish(made.bike("team: bikes", "team: bikes\nstage: beta"))
    (row,), _ = queries.rollout()
    assert [one["title"] for one in row["stages"]["beta"]] == ["Borrow a bike"]
    made.publish(made.bike("team: bikes", "team: bikes\nminutes: 9").replace("minutes: 4\n", ""))
    (row,), _ = queries.rollout()
    assert row["stages"]["live"][0]["since"] >= before


def refused(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        what()


def test_what_the_database_refuses(sent):
    said = {"at": timezone.now(), "by_name": "x"}
    base = {"slug": "x", "channel": "online", "pence": 1, "from_day": LONG_AGO, "source": "x"} | said
    for wrong in ({"channel": "fax"}, {"source": ""}, {"pence": -1}):
        refused(lambda wrong=wrong: ChannelCost.objects.create(**(base | wrong)))
    days = {
        "slug": "x",
        "channel": "paper",
        "first_day": LONG_AGO,
        "end_day": LONG_AGO + DAY,
        "count": 1,
        "source": "x",
    }
    for wrong in ({"channel": "online"}, {"end_day": LONG_AGO}, {"source": ""}, {"count": -1}):
        refused(lambda wrong=wrong: Elsewhere.objects.create(**(days | said | wrong)))
    kept = Elsewhere.objects.create(**days, **said)
    refused(lambda: Elsewhere.objects.create(**days, **said))
    refused(kept.delete)
    stage = {"key": "x", "title": "x", "directorate": people.team("bikes").directorate, "reason": "x"} | said
    refused(lambda: StageChange.objects.create(stage="soon", **stage))
    refused(lambda: StageChange.objects.create(stage="live", **(stage | {"reason": ""})))


def test_decimals_are_numbers(sent, client):
    assert Decimal(str(read(client)["completion_rate"])) == Decimal("66.7")
