"""Every page under /work/, as it opens and with its faults: axe finds nothing, and nothing scrolls sideways."""

import pytest
from django.urls import reverse

from borough.casework import actions, policy
from borough.casework.models import Case
from borough.foundations.people.models import Membership
from tests.people import officer, team

from .accessible import check
from .routes import ROUTES
from .sending import sent

pytestmark = pytest.mark.django_db(transaction=True)
LISTS = ("mine", "cases", "unassigned", "late", "find", "messages", "payments")
ACTS = ("note", "ask", "pass", "transfer", "priority", "restrict", "document", "link", "merge", "warn")


@pytest.fixture
def manager(services):
    user = officer("digital-inclusion", "manager", name="Tom Example")
    for slug in ("fostering", "business-support"):
        Membership.objects.create(user=user, team=team(slug), role="manager")
    return user


def look(page, where, *, faults=True):
    """The page, and the page after sending its form empty."""
    assert page.goto(where).status == 200
    check(page)
    if faults:
        with page.expect_navigation():
            page.locator("main form button.govuk-button").last.click()
        check(page)


@pytest.mark.parametrize("size", ["narrow", "desktop"])
def test_lists(visit, manager, size):
    page = visit(size, user=manager)
    page.goto("/work/")
    check(page)
    cases = [sent(slug) for slug in ROUTES]
    actions.assign(cases=cases[:2], to=manager, by=manager)
    for name in LISTS:
        assert page.goto(reverse(f"casework:{name}")).status == 200
        check(page)
    page.goto("/work/cases/?q=nothing-like-it")
    check(page)
    page.goto("/work/find/?q=example")
    check(page)
    page.goto("/work/cases/")
    with page.expect_navigation():
        page.get_by_role("button", name="Give").click()
    check(page)
    page.keyboard.press("?")
    check(page)


@pytest.mark.parametrize("size", ["narrow", "desktop"])
@pytest.mark.parametrize("slug", ROUTES)
def test_a_case(visit, manager, size, slug):
    sent(slug)
    case = sent(slug)  # again, so that it was seen before
    page = visit(size, user=manager)
    page.goto(f"/work/cases/{case.reference}/")
    check(page)
    for details in page.locator("main details").all():
        details.locator("summary").click()
    check(page)
    if slug == "business-support-grant":
        with page.expect_navigation():
            page.get_by_role("button", name="Show, and be recorded").click()
        check(page)


def test_what_is_done_to_a_case(visit, manager):
    case, page = sent("borrow-a-device"), visit("narrow", user=manager)
    for name in ACTS:
        look(page, reverse(f"casework:{name}", args=[case.reference]))
    case.refresh_from_db()
    actions.move(case=case, move="refuse", by=manager, reason="Not this time.", fields={})
    page.goto(f"/work/cases/{case.reference}/")
    check(page)
    look(page, reverse("casework:reopen", args=[case.reference]))


@pytest.mark.parametrize("slug", ROUTES)
def test_each_move(visit, manager, slug):
    case, page = sent(slug), visit("narrow", user=manager)
    plan = policy.plan(case)
    for name, move in moves(plan):  # where tasks are left it says which
        if move.tasks:
            page.goto(reverse("casework:move", args=[case.reference, name]))
            check(page)
            break
    for task in plan.tasks:
        actions.do_task(case=case, task=task, by=manager)
    for name, move in moves(plan):
        Case.objects.filter(pk=case.pk).update(state=move.from_[0])
        asks = move.reason == "required" or any(not question.optional for question in move.fields)
        look(page, reverse("casework:move", args=[case.reference, name]), faults=asks)


def moves(plan):
    return [(name, move) for name, move in plan.workflow.moves.items() if move.by == "officer"]
