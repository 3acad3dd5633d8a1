"""The Declaration with its evidence, and the Service Standard by service: in public, and who may write what."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.programme.declaration import actions
from borough.programme.declaration.models import Assessment, Evidence, Project, ProjectStatus, Statement
from borough.programme.declaration.standards import POINTS, PRINCIPLES
from borough.programme.workstreams.actions import Refused
from tests import people

from .. import world

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 2)
TYPED_DAY = {"day-day": "2", "day-month": "3", "day-year": "2026"}


def show(by=None, **fields):
    fields = {"principle": 1, "day": DAY, "title": "We asked", "words": "They told us.", "href": "/news/x/"} | fields
    return actions.show(by=by or world.manager(), **fields)


def read(client, path="/programme/declaration/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_five_principles_each_with_what_shows_it(client):
    assert read(client).count("Nothing to show yet.") == len(PRINCIPLES) == 5
    show()
    page = read(client)
    assert page.count("Nothing to show yet.") == 4
    for words in ("We asked", 'href="/news/x/"', "2 March 2026"):
        assert words in page


def test_what_no_longer_holds_stays_with_why(client):
    shown = show()
    actions.withdraw(evidence=shown, reason="The page is gone.", by=world.manager())
    assert "No longer holds:</strong> The page is gone." in read(client)


def test_what_is_wrong_is_said():
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for wrong, words in (({"principle": 6}, "principle"), ({"day": tomorrow}, "to come"),
                         ({"href": "javascript:x"}, "Begin the address"),
                         ({"href": "//evil.example"}, "Begin the address")):  # fmt: skip
        with pytest.raises(Refused, match=words):
            show(**wrong)
    with pytest.raises(Refused, match="Only a programme manager"):
        show(by=people.officer())


def test_the_project_and_how_it_goes(client):
    manager = world.manager()
    project = actions.begin(title="One case", words="With others.", begun_on=DAY, by=manager)
    actions.set_status(project=project, status="at risk", reason="No time.", by=manager)
    actions.set_status(project=project, status="on track", reason="Time found.", by=manager)
    page = read(client)
    for words in ("One case", "No time.", "Time found.", "On track"):
        assert words in page
    with pytest.raises(Refused, match="of this name"):
        actions.begin(title="One case", words="x", begun_on=DAY, by=manager)


def test_a_statement_is_signed_once_and_stays(client):
    show()
    manager = world.manager()
    actions.state(year=2026, words="We did this.", by=manager)
    page = read(client, "/programme/declaration/2026/")
    for words in ("We did this.", f"Signed by {manager.name}", "We asked"):
        assert words in page
    assert "/programme/declaration/2026/" in read(client)
    assert client.get("/programme/declaration/2025/").status_code == 404
    for year, words in ((2026, "signed already"), (2017, "from 2018"), (2999, "from 2018")):
        with pytest.raises(Refused, match=words):
            actions.state(year=year, words="x", by=manager)


def test_fourteen_points_each_met_or_not_with_what_shows_it(client, bike):
    team = people.officer("bikes")
    assert read(client, "/services/borrow-a-bike/standard/").count("Not looked at yet") == len(POINTS) == 14
    actions.assess(form=bike, point=1, answer="not yet", evidence="Nobody asked.", by=team)
    actions.assess(form=bike, point=1, answer="met", evidence="We asked ten.", by=team)
    page = read(client, "/services/borrow-a-bike/standard/")
    for words in ("1 of 14 are met", "We asked ten.", "Nobody asked."):
        assert words in page
    for wrong, words in (({"point": 15}, "point"), ({"answer": "maybe"}, "answer"), ({"evidence": " "}, "shows it")):
        with pytest.raises(Refused, match=words):
            actions.assess(**({"form": bike, "point": 1, "answer": "met", "evidence": "x", "by": team} | wrong))
    with pytest.raises(Refused, match="own team"):
        actions.assess(form=bike, point=1, answer="met", evidence="x", by=people.officer("other"))


def test_officers_pages_by_role_and_what_they_save(client, bike, signed_in):
    manager, officer = signed_in(world.manager()), signed_in(people.officer("bikes"))
    typed = {"principle": "2", "title": "Parts", "words": "They fit.", "href": "/x/"} | TYPED_DAY
    assert manager.post("/work/declaration/evidence/", typed).status_code == 302
    begun = {"begun_on-day": "1", "begun_on-month": "2", "begun_on-year": "2026"}
    assert manager.post("/work/declaration/project/", {"title": "P", "words": "W"} | begun).status_code == 302
    status = f"/work/declaration/project/{Project.objects.get().pk}/"
    assert manager.post(status, {"status": "late", "reason": "Snow."}).status_code == 302
    assert manager.post("/work/declaration/statement/", {"year": "2026", "words": "Done."}).status_code == 302
    point = {"point": "3", "answer": "met", "evidence": "On paper, too."}
    assert officer.post("/work/standard/borrow-a-bike/", point).status_code == 302
    withdraw = f"/work/declaration/evidence/{Evidence.objects.get().pk}/"
    paths = ["/work/declaration/", "/work/declaration/evidence/", "/work/declaration/project/", status, withdraw,
             "/work/declaration/statement/"]  # fmt: skip
    assert {manager.get(path).status_code for path in paths} == {200}
    assert {officer.get(path).status_code for path in paths} == {403}
    assert manager.post(withdraw, {"reason": "Gone."}).status_code == 302
    other = signed_in(people.officer("other"))
    assert [who.get("/work/standard/borrow-a-bike/").status_code for who in (officer, other)] == [200, 404]
    wrong = manager.post("/work/declaration/evidence/", typed | {"href": "x", "title": "kept words"}).content.decode()
    assert "Begin the address with" in wrong
    assert "kept words" in wrong
    rows = (Evidence, Project, ProjectStatus, Statement, Assessment)
    assert [model.objects.count() for model in rows] == [1] * 5


def test_pages_take_few_queries(client, bike, django_assert_max_num_queries):
    for principle in PRINCIPLES:
        show(principle=principle)
    actions.state(year=2026, words="x", by=world.manager())
    for path in ("/programme/declaration/", "/programme/declaration/2026/", "/services/borrow-a-bike/standard/"):
        with django_assert_max_num_queries(12):
            read(client, path)


def refused(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        what()


def test_what_the_database_refuses(bike):
    said = {"at": timezone.now(), "by_name": "x"}
    shown = {"principle": 1, "day": DAY, "title": "x", "words": "x", "href": "/x/"} | said
    refused(lambda: Evidence.objects.create(**(shown | {"principle": 9})))
    refused(lambda: Evidence.objects.create(**(shown | {"href": "ftp://x"})))
    project = Project.objects.create(title="x", words="x", begun_on=DAY)
    refused(lambda: ProjectStatus.objects.create(project=project, status="soon", reason="x", **said))
    kept = ProjectStatus.objects.create(project=project, status="late", reason="x", **said)
    refused(kept.delete)
    statement = Statement.objects.create(year=2026, words="x", **said)
    refused(lambda: Statement.objects.filter(pk=statement.pk).update(words="y"))
    point = {"slug": "x", "point": 1, "answer": "met", "evidence": "x"} | said
    for wrong in ({"point": 15}, {"answer": "maybe"}, {"evidence": ""}):
        refused(lambda wrong=wrong: Assessment.objects.create(**(point | wrong)))
    refused(Assessment.objects.create(**point).delete)
