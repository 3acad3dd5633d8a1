"""A real browser against a real server: phones and desktops, with and without JavaScript."""

import os

import pytest
from django.db import connections
from django.template import engines
from playwright.sync_api import expect, sync_playwright

from borough.forms import queries

from . import world
from .accessible import check
from .chromium import ARGUMENTS, find

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the thread our tests query from
PATIENCE = 15_000  # milliseconds: a machine that runs other things too is slow
expect.set_options(timeout=PATIENCE)
SIZES = {
    "narrow": {"width": 320, "height": 640},  # the least that WCAG 1.4.10 asks for
    "phone": {"width": 360, "height": 740},
    "tablet": {"width": 820, "height": 1180},
    "desktop": {"width": 1280, "height": 900},
}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    path = find()
    if not path:
        pytest.fail("There is no Chromium: run `make test`, or `python -m tests.browser.chromium`.")
    return {"executable_path": path, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def playwright():
    """While Playwright's event loop runs, Django keeps other connections in this thread than before and after it.

    Those of the one are closed before the other, or they would stay open behind the tests that follow.
    """
    connections.close_all()
    with sync_playwright() as started:
        yield started
        connections.close_all()


@pytest.fixture(autouse=True)
def _nothing_kept():
    queries.forget()
    yield
    queries.forget()


@pytest.fixture
def services(transactional_db):
    """The real services, live, and a street of addresses."""
    world.publish()
    world.street()


@pytest.fixture
def demonstration(settings, monkeypatch):
    """This is a demonstration. Its addresses come with @pytest.mark.urls("tests.browser.urls")."""
    settings.DEMONSTRATION = True
    monkeypatch.setitem(engines["jinja2"].env.globals, "demonstration", True)


@pytest.fixture
def visit(browser, live_server):
    """visit(size="desktop", javascript=True, user=None) -> a Playwright page in a browser of its own.

    Addresses are relative to the server: page.goto("/services/"). Afterwards the test fails if a script failed, the
    content security policy stopped something, or the page reached for another server.
    """
    contexts, faults = [], []

    def open_page(size="desktop", *, javascript=True, user=None):
        context = browser.new_context(
            viewport=SIZES[size], java_script_enabled=javascript, has_touch=size != "desktop", locale="en-GB",
            base_url=live_server.url,
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if user:
            sign_in(context, user, live_server.url)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("console", lambda line: faults.append(line.text) if _matters(line) else None)
        page.on(
            "request", lambda request: faults.append(request.url) if _strange(request.url, live_server.url) else None
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=["phone", "desktop", "phone-without-js", "desktop-without-js"])
def anywhere(request, visit):
    """A page on each size, with and without JavaScript: the test runs once for each."""
    size, _, without = request.param.partition("-")
    return visit(size, javascript=not without)


@pytest.fixture(params=["phone", "desktop-without-js"])
def either(request, visit):
    """A page on a phone, and on a desktop without JavaScript: enough for what is walked whole elsewhere."""
    size, _, without = request.param.partition("-")
    return visit(size, javascript=not without)


@pytest.fixture
def phone(visit):
    return visit("phone")


@pytest.fixture
def narrow(visit):
    return visit("narrow")


@pytest.fixture
def desktop(visit):
    return visit("desktop")


@pytest.fixture
def axe():
    """axe(page): fails if the page breaks an accessibility rule or scrolls sideways, and says where."""
    return check


def sign_in(context, user, url):
    """Give a browser the session of somebody who has signed in, with a second factor."""
    from tests.people import signed_in

    session = signed_in(user).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": url, "httpOnly": True}])


def _matters(line):
    return line.type == "error" and not line.text.startswith("Failed to load resource")  # a 404 may be what is tested


def _strange(asked, url):
    return not asked.startswith((url, "data:", "blob:", "about:"))
