"""The page of one case: where it is, what was said, and nothing that is not for the resident."""

from borough.casework import actions
from borough.foundations.audit.actors import RESIDENT


def page(sams, here):
    answer = sams.get(here)
    assert answer.status_code == 200
    return answer.content.decode()


def test_where_it_is_in_plain_words(sams, case, here):
    html = page(sams, here)
    assert "We have your request. An officer reads it by" in html
    assert "((" not in html
    assert case.reference in html


def test_what_we_need_stands_before_the_steps(sams, waiting, here):
    html = page(sams, here)
    assert html.index("What we need from you") < html.index("Send us your lease.") < html.index("Step by step")
    assert "Send your answer" in html


def test_steps_passed_now_and_next(sams, waiting, here):
    actions.message_in(case=waiting, text="Here it is", by=RESIDENT)
    html = page(sams, here)
    steps = html[html.index("app-steps") : html.index('id="messages"')]
    assert steps.index("You sent it") < steps.index("Send more") < steps.index("You wrote to us")
    assert steps.index("You wrote to us") < steps.index("We are checking what you told us")
    assert "You hear from us by then" in steps


def test_messages_both_ways_but_no_notes_and_no_officers(sams, case, here, ann):
    actions.note(case=case, text="He was rude on the phone", by=ann)
    actions.ask(case=case, text="What is your shop called?", by=ann)
    actions.message_in(case=case, text="It is called Example Bikes", by=RESIDENT)
    html = page(sams, here)
    assert "What is your shop called?" in html
    assert "It is called Example Bikes" in html
    assert "rude" not in html
    assert "Ann" not in html


def test_secrets_are_not_shown_whole(sams, case, here):
    case.submission.answers["bank"] = {"sealed": "x" * 40, "last": "4471", "digest": "d"}
    case.submission.save()
    html = page(sams, here)
    assert "4471" in html
    assert "x" * 40 not in html


def test_an_end_is_an_end(sams, case, here, bob):
    actions.move(case=case, move="refuse", by=bob, reason="No room")
    html = page(sams, here)
    assert "We said no." in html
    assert "Finished" in html
    assert "<form" not in html[html.index('id="main"') :]


def test_a_merged_case_leads_to_the_other(sams, case, here, ann, form, person):
    from tests.casework import world

    other = world.case(form, person)
    actions.merge(case=case, into=other, by=ann)
    html = page(sams, here)
    assert "We had this from you twice" in html
    assert f"/your-applications/{other.reference}/" in html


def test_a_reference_however_it_is_typed_leads_to_the_page(sams, case, here):
    answer = sams.get(f"/your-applications/{case.reference.replace('-', '').lower()}/")
    assert (answer.status_code, answer["Location"]) == (302, here)
