"""Which link at the top of officers' pages is the page's own."""

import pytest

from borough.casework.context import _here


@pytest.mark.parametrize(
    ("path", "here"),
    [("/work/figures/", "figures"), ("/work/services/borrow-a-device/figures/", "figures"),
     ("/work/devices/figures/", "devices"), ("/work/devices/BD-00001/lend/", "devices"),
     ("/work/helpline/", "helpline"),
     ("/alliance/sessions/3/", "alliance"), ("/work/", ""), ("/", "")],
)  # fmt: skip
def test_a_page_belongs_to_one_room(path, here):
    assert _here(path) == here
