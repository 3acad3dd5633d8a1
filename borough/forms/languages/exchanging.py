"""A definition in another language: the same data with its texts exchanged."""

import copy
import functools
from collections.abc import Iterable

from django.utils.translation import gettext

from .catalogue import TRANSLATED, Catalogue
from .texts import Wording


def translations(catalogue: Catalogue, texts: Iterable[Wording]) -> dict[str, str]:
    """Place → words, of every text that is translated and not stale."""
    entries = ((said.place, catalogue.of(said)) for said in texts if said.given)
    return {place: entry.words for place, entry in entries if entry.state == TRANSLATED}


def exchanged(data: dict, texts: Iterable[Wording], words: dict[str, str]) -> dict:
    """`data` (a definition's) with `words` by place in it. What has none stays English; our own words are in ours."""
    data = copy.deepcopy(data)
    for said in texts:
        text = words.get(said.place) if said.given else gettext(said.text)
        if text:
            _put(data, said.path, text)
    return data


def _put(data, path, text):
    *before, last = path
    part = functools.reduce(lambda part, step: part.setdefault(step, {}) if isinstance(part, dict) else part[step],
                            before, data)  # fmt: skip
    part[last] = text
