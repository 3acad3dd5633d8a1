"""The strategy in a real browser: a resident reads and answers, a lead tells of a workstream, a publisher writes."""

import datetime
import json

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import expect

from borough.foundations.alerts.models import PUBLISHERS
from borough.foundations.messages.models import Message
from borough.programme.declaration import actions as declaration
from borough.programme.feedback.models import Reply
from borough.programme.news.models import NewsPage, PostPage
from borough.programme.strategy.models import StrategyPage
from borough.programme.workstreams import actions
from borough.website.models import ArticlePage, HomePage, TopicPage
from tests import people
from tests.programme import world

from .accessible import check

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = [
    "/", "/search/?q=devise", "/search/?q=xylophone", "/contact/", "/getting-online/", "/getting-online/data/",
    "/programme/", "/programme/workstreams/everybody-online/", "/programme/measures/", "/programme/measures/halls/",
    "/programme/measures/cases-open/", "/programme/services/", "/programme/performance/", "/programme/feedback/",
    "/programme/declaration/", "/programme/declaration/2026/", "/services/borrow-a-device/performance/",
    "/services/borrow-a-device/standard/", "/services/?area=place", "/news/", "/news/the-van/", "/news/subscribe/",
    "/news/confirm/old/", "/news/unsubscribe/any/", "/api/", "/programme/film/",
]  # fmt: skip


@pytest.fixture
def strategy(services):
    """A strategy with a page, workstreams, measures with readings, posts and answers."""
    front = HomePage.objects.get()
    phases = [{"type": "phase", "value": {"when": "2015", "title": "Skateboard", "words": "<p>Parts.</p>"}}]
    words = {"vision": "Everybody takes part.", "communities": "a", "place": "b", "council": "c"}
    front.add_child(instance=StrategyPage(title="Our plan", slug="programme", phases=json.dumps(phases), **words))
    topic = front.add_child(instance=TopicPage(title="Getting online", slug="getting-online", summary="How to."))
    topic.add_child(instance=ArticlePage(title="Data", slug="data", summary="Cheap data."))
    news = front.add_child(instance=NewsPage(title="News", slug="news"))
    news.add_child(instance=PostPage(title="The van", slug="the-van", summary="Six car parks.", authors="Ada"))
    manager, stream = world.manager(), world.workstream(position=1)
    world.workstream("open-data", areas=["place", "council"], position=2)
    measure = world.typed(stream)
    from borough.programme.figures import actions as figures

    for day in range(1, 6):
        figures.type_in(measure=measure, day=world.STARTS + datetime.timedelta(days=day), value=day, source="Survey",
                        by=manager)  # fmt: skip
    world.counted(stream)
    world.snapshot()
    milestone = actions.plan(workstream=stream, title="Ten halls", planned_for=world.STARTS, by=manager)
    actions.forecast(milestone=milestone, day=world.STARTS + datetime.timedelta(days=30), reason="Snow.", by=manager)
    actions.change_status(workstream=stream, status="late", reason="Snow.", by=manager)
    actions.write_update(workstream=stream, words="Two lent.", by=manager)
    declaration.show(principle=1, day=world.STARTS, title="x", words="x", href="/x/", by=manager)
    declaration.state(year=2026, words="Done.", by=manager)
    Reply.objects.create(reference="x", about="strategy", said="Too long.", did="Shorter.", at=timezone.now(),
                         by_name="x")  # fmt: skip
    return stream


@pytest.mark.parametrize("size", ["narrow", "desktop"])
def test_axe_finds_nothing(visit, strategy, size):
    page = visit(size)
    for path in PAGES:
        assert page.goto(path).status in (200, 410), path
        check(page)


def test_a_resident_reads_the_strategy_and_tells_us(anywhere, strategy):
    page = anywhere
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Our strategy").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our plan")
    page.locator(".app-venn__list").get_by_role("link", name="Everybody online").click()
    expect(
        page.get_by_text("3 weeks later than first planned").or_(page.get_by_text("later than first planned"))
    ).to_be_visible()
    page.get_by_role("link", name="You said, we did").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You said, we did")
    page.get_by_role("button", name="Tell us what you think").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tell us what you think of our strategy")


def test_the_diagram_is_reached_by_keyboard(visit, strategy):
    page = visit("desktop")
    page.goto("/programme/")
    mark = page.locator(".app-venn__mark").first
    mark.focus()
    expect(mark).to_be_focused()
    expect(mark).to_have_attribute("aria-label", "1: Everybody online, late")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Everybody online")


def test_a_resident_gets_the_news(visit, strategy):
    page = visit("narrow", javascript=False)
    page.goto("/news/")
    page.get_by_role("link", name="By e-mail, once a week").click()
    page.get_by_label("Digital Place").check()
    page.get_by_label("Your e-mail address").fill("ada@example.org")
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your e-mail")
    link = next(word for word in Message.objects.latest("pk").body.split() if "/news/confirm/" in word)
    page.goto("/news/confirm/" + link.split("/news/confirm/")[1])
    page.get_by_role("button", name="Yes, send it to me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You get our news")


def test_a_lead_tells_of_a_workstream(visit, strategy):
    page = visit("desktop", user=world.lead(strategy))
    page.goto("/work/")
    page.get_by_role("link", name="Programme").click()
    check(page)
    page.get_by_role("link", name="Everybody online").click()
    check(page)
    page.get_by_role("link", name="Write an update").click()
    page.get_by_role("button", name="Publish the update").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Enter the update")
    check(page)
    page.get_by_label("The update").fill("Five more lent.")
    page.get_by_role("button", name="Publish the update").click()
    page.get_by_role("link", name="Change the status").click()
    page.get_by_label("On track").check()
    page.get_by_label("Why does it change?").fill("The snow is gone.")
    page.get_by_role("button", name="Change the status").click()
    page.get_by_role("link", name="Give another day for Ten halls").click()
    check(page)
    page.goto("/work/measures/halls/type/")
    check(page)
    page.get_by_label("The number").fill("7")
    for part, text in {"Day": "9", "Month": "2", "Year": "2026"}.items():
        page.get_by_label(part, exact=True).fill(text)
    page.get_by_role("button", name="Publish the number").click()
    page.goto("/programme/workstreams/everybody-online/")
    for words in ("Five more lent.", "The snow is gone.", "On track"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.goto("/programme/measures/halls/")
    expect(page.locator(".app-told__value")).to_contain_text("7")


def test_officers_pages_of_the_programme_are_accessible(visit, strategy):
    page = visit("desktop", user=world.manager())
    for path in ("/work/programme-begin/",
                 "/work/measures/", "/work/measures/halls/revise/", "/work/measures/publish/typed/",
                 "/work/measures/publish/counted/", "/work/stages/", "/work/stages/change/", "/work/feedback/",
                 "/work/performance/borrow-a-device/", "/work/performance/borrow-a-device/cost/", "/work/declaration/",
                 "/work/performance/borrow-a-device/elsewhere/", "/work/declaration/evidence/",
                 "/work/standard/borrow-a-device/", "/work/programme/everybody-online/leads/", "/work/skills/",
                 "/work/programme/everybody-online/words/", "/work/skills/answer/", "/work/skills/champions/",
                 "/work/skills/list-me/", "/work/skills/seen/", "/work/skills/taken/"):  # fmt: skip
        assert page.goto(path).status == 200, path
        check(page)


def test_a_publisher_warns_everybody(visit, strategy):
    user = people.officer()
    user.groups.add(Group.objects.get(name=PUBLISHERS))
    page = visit("desktop", user=user)
    page.goto("/editor/snippets/alerts/alert/add/")
    page.locator("#id_title").fill("Snow")
    page.locator("#id_words").fill("Schools are closed.")
    page.get_by_role("button", name="Save").first.click()
    other = visit("narrow")
    other.goto("/")
    expect(other.get_by_text("Schools are closed.")).to_be_visible()
    check(other)


def test_a_publisher_writes_a_post(visit, strategy):
    user = people.officer()
    user.groups.add(Group.objects.get(name="Moderators"))
    page = visit("desktop", user=user)
    page.goto(f"/editor/pages/add/news/postpage/{NewsPage.objects.get().pk}/")
    for name, text in {"title": "A bridge", "summary": "It opens.", "authors": "Ada"}.items():
        page.locator(f"#id_{name}").press_sequentially(text)
        page.keyboard.press("Tab")
    expect(page.locator("#id_slug")).to_have_value("a-bridge")
    with page.expect_navigation():
        page.locator("button[name=action-publish]").evaluate("button => button.click()")  # it is folded away
    other = visit("narrow")
    other.goto("/news/")
    expect(other.get_by_role("link", name="A bridge")).to_be_visible()
