"""What we tell the person: by the channel and in the format they chose, and how to see their page: no token in it."""

import pytest

from borough.casework import actions, words
from borough.foundations.messages.models import Message
from tests.casework import world


@pytest.mark.parametrize("channel", ["email", "text", "letter"])
def test_the_channel_and_format_they_chose(form, ann, channel):
    case = world.case(form, world.person(channel=channel, format="large_print"))
    actions.ask(case=case, text="What is your shop called?", by=ann)
    actions.move(case=case, move="ask", by=ann, reason="Your lease")
    told = Message.objects.filter(about=case.about)
    assert set(told.values_list("channel", "format")) == {(channel, "large_print")}
    assert told.count() == 3


def test_each_message_leads_to_their_page(case, ann, bob):
    actions.ask(case=case, text="What is your shop called?", by=ann)
    actions.move(case=case, move="refuse", by=bob, reason="No room")
    told = Message.objects.filter(about=case.about)
    assert told.count() == 3
    for message in told:
        assert message.body.count(words.link(case)) == 1
    assert words.link(case).endswith(f"/your-applications/{case.reference}/")
