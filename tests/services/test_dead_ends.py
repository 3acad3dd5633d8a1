"""A form that stops says why, and what else there is to do."""

import pytest

from tests.services.words import SERVICES, read

ENDS = [
    pytest.param(page, id=f"{path.parent.name}-{page['name']}")
    for path in SERVICES
    for page in read(path)["pages"]
    if page.get("end")
]


@pytest.mark.parametrize("page", ENDS)
def test_it_says_what_else_to_do(page):
    assert page["title"]
    assert any(way in page["text"] for way in ("0161 496", "www.", "library", "Ring us"))


def test_each_service_has_some():
    assert len(ENDS) == 2 + 1 + 2 + 7
