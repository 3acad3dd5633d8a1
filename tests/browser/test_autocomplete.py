"""One of 765, found while typing; and found all the same where there is no JavaScript, or its list does not come."""

import pytest
from playwright.sync_api import expect

from borough.forms.models import Journey
from tests.forms import made

from .accessible import check
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/apply/everything/born-in"
LABEL = "Where were you born?"
OPTIONS = "[" + ", ".join(f"{{value: p{n}, label: Place {n}}}" for n in range(764)) + ", {value: fr, label: France}]"


@pytest.fixture(autouse=True)
def form(transactional_db):
    text = made.everything_from("born-in")
    short = text[text.index("[{value: fr, label: France}") :].split("\n", 1)[0]
    return made.publish(text.replace(short, OPTIONS), "everything")


def kept():
    return Journey.objects.get().answers["born_in"]


def go_on(page):
    follow(page.get_by_role("button", name="Continue").last)


def test_it_is_chosen_by_keyboard_from_what_fits(narrow):
    narrow.goto(PAGE)
    box = narrow.get_by_role("combobox", name=LABEL)
    check(narrow)
    box.press_sequentially("76")
    expect(narrow.get_by_role("option")).to_have_text(["Place 76", *(f"Place {n}" for n in (760, 761, 762, 763)), *[
        f"Place {n}" for n in (176, 276, 376, 476, 576, 676)]])  # fmt: skip
    check(narrow)
    assert "born_in-hint" in box.get_attribute("aria-describedby")
    for key in ("ArrowDown", "ArrowDown", "Enter"):  # the focus goes to the options
        narrow.keyboard.press(key)
    expect(box).to_have_value("Place 760")
    go_on(narrow)
    assert kept() == "p760"
    narrow.goto(PAGE)
    expect(narrow.get_by_role("combobox", name=LABEL)).to_have_value("Place 760")


def test_nothing_like_it_says_so_and_the_nearest_come_back(desktop):
    desktop.goto(PAGE)
    box = desktop.get_by_role("combobox", name=LABEL)
    box.fill("Frans")
    expect(desktop.get_by_text("Nothing like that found").first).to_be_visible()
    go_on(desktop)
    box = desktop.get_by_role("combobox", name=LABEL)
    expect(box).to_have_value("Frans")
    assert "born_in-error" in box.get_attribute("aria-describedby")
    check(desktop)
    desktop.get_by_role("radio", name="France").check()
    go_on(desktop)
    assert kept() == "fr"


def test_without_javascript_a_name_typed_whole_is_enough(visit):
    page = visit("narrow", javascript=False)
    page.goto(PAGE)
    page.get_by_label(LABEL).fill("france")
    go_on(page)
    assert kept() == "fr"


def test_where_the_list_does_not_come_the_box_stays(narrow):
    narrow.route("**/choices/*", lambda route: route.fulfill(status=500))
    with narrow.expect_response("**/choices/*"):
        narrow.goto(PAGE)
    narrow.get_by_label(LABEL).fill("France")
    go_on(narrow)
    assert kept() == "fr"
