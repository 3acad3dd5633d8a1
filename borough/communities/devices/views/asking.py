"""A page of the counter that asks something."""

from functools import partial

from borough.communities import asking

asked = partial(asking.asked, product="devices")
