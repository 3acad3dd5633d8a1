"""The film: a walk through our own pages, what is said of each, and from that its captions and transcript.

`python -m tests.browser.film` draws it anew of a demonstration; nobody speaks in it, so the captions are all there is.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scene:
    path: str
    seconds: int
    words: str


SCENES = (
    Scene("/", 5, "This is the front page of a borough. People come here to do something."),
    Scene("/services/borrow-a-device/", 5, "Each service first says what it is and how long it takes."),
    Scene("/apply/borrow-a-device/for-whom", 5, "One question at a time, on any phone. You can stop and come back."),
    Scene("/services/borrow-a-device/performance/", 6, "The same service says how it is going, and what it costs."),
    Scene("/programme/", 6, "The strategy leads with what was counted. Nobody types these numbers."),
    Scene("/programme/#areas", 6, "Three areas overlap. Nine workstreams lie where they belong."),
    Scene("/programme/workstreams/connected-places/", 6, "A workstream that is late says so, and why."),
    Scene("/programme/workstreams/connected-places/#milestones", 6, "A day that slipped stays beside the new one."),
    Scene("/programme/measures/devices-lent/", 6, "Each measure says how fresh it is and where it comes from."),
    Scene("/programme/feedback/", 6, "You tell us what you think. We answer in public, also when the answer is no."),
)  # fmt: skip


def seconds() -> int:
    return sum(scene.seconds for scene in SCENES)


def captions() -> str:
    """The words as WebVTT, each for as long as its scene."""
    lines, at = ["WEBVTT", ""], 0
    for scene in SCENES:
        lines += [f"{_time(at)} --> {_time(at + scene.seconds)}", scene.words, ""]
        at += scene.seconds
    return "\n".join(lines)


def _time(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"
