"""Compiling the longest definition takes no time that anybody notices: a process does so when it first meets one."""

import time

import pytest

from bench import made
from borough.forms.definition import load

MOST_MS = 50  # it takes about a tenth of that


def longest(pages, each):
    """As many pages and questions as the longest published forms, and each page's way on conditional."""
    data = made.long(made.real(), pages, each)
    names = [page["name"] for page in data["pages"]]
    for at, page in enumerate(data["pages"][1:-1], 1):
        asked = data["pages"][at - 1]["questions"][0]["name"]
        page["next"] = [{"when": f'{asked} is "stop" or {asked} is "end"', "go": names[-1]}, {"go": names[at + 1]}]
    return data


@pytest.mark.parametrize(("pages", "each"), [(156, 1), (68, 7)])
def test_it_compiles_in_less_than_50_ms(pages, each):
    data, took = longest(pages, each), []
    for _ in range(3):
        before = time.thread_time()  # of the processor, so that a busy machine makes no difference
        load.compile_data(data, slug="longest")
        took.append((time.thread_time() - before) * 1000)
    assert min(took) < MOST_MS
