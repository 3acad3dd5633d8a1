import pytest

from .render import scrap

PAGE = (
    '{% extends "layouts/page.html" %}{% block title %}Hello{% endblock %}{% block main %}<h1>Hello</h1>{% endblock %}'
)
WIDE = PAGE.replace("page.html", "wide.html")
BOTH = pytest.mark.parametrize("source", [PAGE, WIDE])


@pytest.fixture
def demonstration(monkeypatch):
    from django.template import engines

    monkeypatch.setitem(engines["jinja2"].env.globals, "demonstration", True)


@BOTH
def test_the_title_ends_with_the_council(source):
    assert "<title>Hello – Testham</title>" in scrap(source)


@BOTH
def test_the_title_says_when_there_are_errors(source):
    assert "<title>Error: Hello – Testham</title>" in scrap(source, errors={"name": "Enter a name"})


def test_the_title_names_the_service_where_there_is_one():
    assert "<title>Hello – Borrow a device – Testham</title>" in scrap(PAGE, service_name="Borrow a device")


@BOTH
def test_no_banner_on_a_real_council(source):
    assert "Demonstration" not in scrap(source)


@BOTH
@pytest.mark.usefixtures("demonstration")
def test_a_demonstration_says_so_on_every_page(source):
    words = scrap(source)
    assert "Demonstration." in words
    assert "This is not the council’s website. People in it are made up." in words


@BOTH
def test_the_skip_link_leads_to_the_main_part(source):
    words = scrap(source)
    assert 'href="#main"' in words
    assert '<main class="' in words
    assert 'id="main"' in words


def test_a_page_without_a_way_back_has_no_empty_landmark():
    assert 'aria-label="Back"' not in scrap(PAGE)
    assert 'aria-label="Back"' in scrap(PAGE + '{% block back %}<a href="/">Back</a>{% endblock %}')


def test_a_page_may_bring_its_own_links():
    words = scrap(PAGE, user_nav=[{"text": "Sign out", "href": "/sign-out/", "current": True}])
    assert '<a class="app-nav__link" href="/sign-out/" aria-current="page">Sign out</a>' in words
    assert "Your applications" not in words


def test_officers_see_how_many_are_in_a_queue():
    words = scrap(WIDE, work_nav=[{"text": "Late", "href": "/work/late/", "count": 0}])
    assert 'Late <span class="app-nav__count">0</span>' in words


def test_only_officers_get_shortcuts():
    assert "shortcuts.js" in scrap(WIDE)
    assert "shortcuts.js" not in scrap(PAGE)


def test_the_language_of_a_page_can_be_said():
    assert '<html lang="cy"' in scrap(PAGE, lang="cy")


def test_the_foot_says_whom_to_ring():
    assert "0161 496 0001" in scrap(PAGE)
