"""Draws the picture of each type of question for its reference page: `make reference`. No test, so only run by name.

Each is a real page of the type's example, on a day that stays the same, over a map of made-up streets.
"""

import datetime
import io
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from PIL import Image, ImageDraw

from borough.forms.reference.examples import EXAMPLES
from borough.forms.reference.pages import FOLDER
from tests.forms import made

from .answering import fill, go_on
from .chromium import ARGUMENTS
from .pictures import small

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime.datetime(2026, 11, 26, 9, 30, tzinfo=ZoneInfo("Europe/London"))
COLOURS = 24
ROOM = 15  # pixels around the question
TILES = "https://tiles.example/{z}/{x}/{y}.png"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"args": [*ARGUMENTS, "--font-render-hinting=none", "--hide-scrollbars"]}


@pytest.fixture
def page(browser, live_server, settings, monkeypatch):
    settings.MAP_TILES_URL, settings.MAP_CREDIT = TILES, "© Example maps"
    local = timezone.localtime
    monkeypatch.setattr(timezone, "localtime", lambda value=None, zone=None: local(value or NOW, zone))
    context = browser.new_context(
        viewport={"width": 560, "height": 1600}, base_url=live_server.url, locale="en-GB", device_scale_factor=1.5
    )
    page = context.new_page()
    page.route("https://tiles.example/**", lambda route: route.fulfill(body=tile(), content_type="image/png"))
    yield page
    context.close()


@pytest.mark.parametrize("type", EXAMPLES)
def test_draw(page, transactional_db, type):
    example = EXAMPLES[type]
    made.publish(example.definition, example.slug)
    for name, before in example.form.pages.items():
        page.goto(f"/apply/{example.slug}/{name}")
        if name != example.page:
            for question in before.questions.values():
                fill(page, question, example.given[question.name])
            go_on(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    box = page.locator("main form").bounding_box()
    clip = {"x": box["x"] - ROOM, "y": box["y"], "width": box["width"] + 2 * ROOM, "height": box["height"]}
    to = FOLDER / "pictures" / f"{type}.png"
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(small(page.screenshot(clip=clip), COLOURS, example=example.definition))


def tile() -> bytes:
    """Streets like no other's."""
    picture, content = Image.new("RGB", (256, 256), "#eef0e6"), io.BytesIO()
    draw = ImageDraw.Draw(picture)
    for at, width in ((30, 16), (150, 8), (215, 8)):
        draw.line((0, at, 256, at), "#ffffff", width)
    for at, width in ((60, 8), (190, 12)):
        draw.line((at, 0, at, 256), "#ffffff", width)
    draw.rectangle((76, 50, 170, 130), "#cfe3c4")
    picture.save(content, "PNG")
    return content.getvalue()
