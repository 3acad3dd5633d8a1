"""Draws the film of the strategy anew: `python -m tests.browser.film http://localhost:8000`.

Of a demonstration borough that runs at that address (`make run`). Each scene is one picture, held for as long as its
caption takes to read.
"""

import io
import sys
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image
from playwright.sync_api import sync_playwright

from borough.programme.film.scenes import SCENES

from .chromium import ARGUMENTS, get
from .pictures import TO

FILM = TO.parents[1] / "borough/design/static/film.mp4"
SIZE = {"width": 1280, "height": 720}
RATE = 5  # pictures a second
MOST = 1_500_000


def shots(address) -> list[Image.Image]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get(), args=ARGUMENTS)
        page = browser.new_context(viewport=SIZE, locale="en-GB").new_page()
        found = []
        for scene in SCENES:
            page.goto(address + scene.path)
            page.wait_for_load_state("networkidle")
            found.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
        browser.close()
        return found


def draw(pictures, to: Path) -> None:
    with av.open(str(to), "w", format="mp4", options={"movflags": "+faststart"}) as film:
        stream = film.add_stream("h264", rate=RATE, options={"crf": "28", "preset": "veryslow", "tune": "stillimage"})
        stream.width, stream.height, stream.pix_fmt = SIZE["width"], SIZE["height"], "yuv420p"
        at = 0
        for picture, scene in zip(pictures, SCENES, strict=True):
            for _ in range(scene.seconds * RATE):
                frame = av.VideoFrame.from_image(picture)
                frame.pts, frame.time_base = at, Fraction(1, RATE)
                film.mux(stream.encode(frame))
                at += 1
        film.mux(stream.encode())


def main(address):
    draw(shots(address), FILM)
    size = FILM.stat().st_size
    print(f"film.mp4, {size // 1000} kB", file=sys.stderr)
    if size > MOST:
        sys.exit(f"The film is larger than {MOST // 1000} kB: show less.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where a demonstration runs: python -m tests.browser.film http://localhost:8000")
    main(sys.argv[1].rstrip("/"))
