"""The film has captions and a transcript, and asks for nothing before it is played."""

import re

import av
import pytest
from django.contrib.staticfiles import finders

from borough.programme.film import scenes
from borough.programme.film.scenes import SCENES

pytestmark = pytest.mark.django_db


def test_every_scene_is_in_the_captions_and_the_transcript(client):
    page = client.get("/programme/film/").content.decode()
    captions = client.get("/programme/film/captions.vtt")
    assert captions["Content-Type"].startswith("text/vtt")
    words = captions.content.decode()
    assert words.startswith("WEBVTT\n")
    for scene in SCENES:
        assert scene.words in words
        assert scene.words in page


def test_the_captions_follow_each_other_to_the_end():
    times = re.findall(r"(\d+):(\d+):(\d+)\.000 --> (\d+):(\d+):(\d+)\.000", scenes.captions())
    spans = [tuple(int(h) * 3600 + int(m) * 60 + int(s) for h, m, s in (row[:3], row[3:])) for row in times]
    assert spans[0][0] == 0
    assert spans[-1][1] == scenes.seconds()
    assert all(one[1] == other[0] for one, other in zip(spans, spans[1:], strict=False))  # noqa: RUF007


def test_each_caption_can_be_read_in_its_time():
    for scene in SCENES:
        assert len(scene.words.split()) / scene.seconds <= 3, scene.words


def test_nothing_is_fetched_before_it_is_played(client):
    page = client.get("/programme/film/").content.decode()
    assert 'preload="none"' in page
    assert "autoplay" not in page
    assert "poster" not in page
    assert "http" not in re.search(r"<video.*?</video>", page, re.DOTALL)[0]


def test_the_film_is_as_long_as_its_captions():
    with av.open(finders.find("film.mp4")) as film:
        assert abs(film.duration / av.time_base - scenes.seconds()) < 1
        assert film.streams.video[0].codec_context.width == 1280
