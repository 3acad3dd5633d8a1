"""Draws the pictures of the README and the docs anew: `python -m tests.browser.pictures http://localhost:8000`.

Of a demonstration borough that runs at that address (`make run`), so that nothing in them is anybody's.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

from .chromium import ARGUMENTS, get

TO = Path(__file__).resolve().parents[2] / "docs" / "pictures"
DESKTOP = {"width": 1280, "height": 860}
TALL = {"width": 1280, "height": 1600}
PHONE = {"width": 390, "height": 900}
COLOURS = 128  # as many as these pages need; a third of the bytes
MOST = 150_000


def home(page):
    page.goto("/")


def question(page):
    """A question that reveals another."""
    page.goto("/apply/become-a-foster-carer/date-of-birth")
    for part, text in {"day": "27", "month": "3", "year": "1985"}.items():
        page.locator(f"[name=date_of_birth-{part}]").fill(text)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Not yet, but I will have one").check()
    page.get_by_label("When do you think it will be free?").fill("Next summer")


def case(page):
    """A grant in its checks, as the officer who has it sees it."""
    become(page, "Amina Yusuf")
    page.goto("/work/?state=business-support-grant:checks")
    page.locator("tbody th a").first.click()


def application(page):
    """An application that waits for its resident."""
    become(page, "Daniel Marsh")
    page.goto("/your-applications/")
    page.locator(".app-mine a").first.click()


def strategy(page):
    """What was counted, and where the workstreams lie."""
    page.goto("/programme/")


def counter(page):
    """What waits at the device library."""
    become(page, "Amina Yusuf")
    page.goto("/work/devices/")


def support(page):
    """Who helps near a postcode."""
    page.goto("/support/")
    page.get_by_label("Your postcode (optional)").fill("SK71 1AA")
    page.get_by_label("What do you want help with?").select_option("device")
    page.get_by_role("button", name="Find help").click()


PICTURES = {"home": (home, DESKTOP), "question-on-a-phone": (question, PHONE), "case": (case, DESKTOP)}
PICTURES |= {"your-application": (application, PHONE), "strategy": (strategy, TALL)}
PICTURES |= {"counter": (counter, DESKTOP), "support": (support, DESKTOP)}


def become(page, name):
    page.goto("/demonstration/")
    page.get_by_role("button", name=f"Become {name}").click()


def draw(browser, address, name):
    go, size = PICTURES[name]
    context = browser.new_context(viewport=size, base_url=address, locale="en-GB", device_scale_factor=1.5)
    page = context.new_page()
    go(page)
    page.wait_for_load_state("networkidle")
    content = small(page.screenshot())
    context.close()
    print(f"{name}.png, {len(content) // 1000} kB", file=sys.stderr)
    if len(content) > MOST:
        sys.exit(f"{name}.png is larger than {MOST // 1000} kB: draw less of the page.")
    TO.mkdir(parents=True, exist_ok=True)
    (TO / f"{name}.png").write_bytes(content)


def small(shot: bytes, colours: int = COLOURS, **notes: str) -> bytes:
    """The picture as a PNG of few colours, with `notes` in it."""
    content, texts = io.BytesIO(), PngInfo()
    for key, text in notes.items():
        texts.add_itxt(key, text, zip=True)
    picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    picture.save(content, "PNG", optimize=True, pnginfo=texts)
    return content.getvalue()


def main(address):
    path = get()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for name in PICTURES:
            draw(browser, address, name)
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where a demonstration runs: python -m tests.browser.pictures http://localhost:8000")
    main(sys.argv[1].rstrip("/"))
