from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.paginator import Paginator

from .render import scrap


@pytest.mark.parametrize(
    ("area", "shape"), [("communities", "<circle"), ("place", "M6 0l6 12"), ("council", "M0 0h12")]
)
def test_an_area_is_marked_by_shape_and_words_as_well_as_colour(area, shape):
    words = scrap('{% from "components/area.html" import areaMark %}{{ areaMark(a, authority.areas[a]) }}', a=area)
    assert shape in words
    assert f"Digital {area.title()}" in words
    assert 'aria-hidden="true"' in words


def test_a_timeline_says_when_who_and_what():
    event = {"when": datetime(2020, 4, 3, 9, 30, tzinfo=ZoneInfo("UTC")), "who": "You", "what": "took the case"}
    words = scrap('{% from "components/timeline.html" import timeline %}{{ timeline(events) }}', events=[event])
    assert "3 April 2020" in words
    assert "<strong>You</strong> took the case" in words
    assert 'datetime="2020-04-03T09:30:00+00:00"' in words


def test_pages_keep_what_was_asked_for():
    page = Paginator(range(100), 10).page(5)
    words = scrap('{% from "components/pages.html" import pages %}{{ pages(page, "q=a&sort=due") }}', page=page)
    assert 'href="?q=a&amp;sort=due&amp;page=4"' in words
    assert 'aria-current="page"' in words


def test_one_page_needs_no_links():
    page = Paginator(range(5), 10).page(1)
    assert not scrap('{% from "components/pages.html" import pages %}{{ pages(page) }}', page=page).strip()


def test_bars_carry_their_numbers():
    points = [
        {"label": "1 May 2026", "value": 0},
        {"label": "2 May 2026", "value": None},
        {"label": "3 May 2026", "value": 8},
    ]
    source = '{% from "components/bars.html" import bars %}{{ bars(points, "Devices lent", "devices") }}'
    words = scrap(source, points=points)
    assert words.count("<rect") == 2
    assert "Show the numbers" in words
    assert "not counted" in words
    assert "style=" not in words
    assert "no devices at the end" in scrap(source, points=[])


def test_a_tag_says_it_in_words():
    assert "app-tag--bad" in scrap('{% from "components/tag.html" import tag %}{{ tag("Late", "bad") }}')


def test_an_empty_place_says_how_to_begin():
    source = '{% from "components/empty.html" import empty %}{{ empty("No notes", "They will be here.", link) }}'
    assert "Add a note" in scrap(source, link={"text": "Add a note", "href": "/n/"})
