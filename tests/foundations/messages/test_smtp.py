"""E-mail through a real mail server: what it gets, and what becomes of each answer it may give."""

from datetime import timedelta

import pytest

from borough.foundations.messages.delivery import deliver_due


@pytest.fixture
def sent(write, clock):
    """Writes a message, delivers what is due, and returns the message as it is then."""

    def sent(**given):
        message = write(**given)
        deliver_due(clock=clock)
        message.refresh_from_db()
        return message

    return sent


def test_it_arrives(mail, sent):
    message = sent(body="# Your device\n\nIt is ready, Zoë.\n\n* Bring this\n* https://borough.example/apply")
    [email] = mail.received
    assert (email["To"], email["From"]) == ("sam@example.org", "Borough <no-reply@borough.example>")
    assert email["Subject"] == "Your device"
    assert email["Message-ID"] == message.provider_id
    assert email["Message-ID"].endswith("@borough.example>")
    assert "It is ready, Zoë." in email.get_body(["plain"]).get_content()
    html = email.get_body(["html"]).get_content()
    assert "<h2>Your device</h2>" in html
    assert '<a href="https://borough.example/apply">' in html


def test_large_print_is_large(mail, sent):
    sent(format="large_print")
    assert "font-size: 24px" in mail.received[0].get_body(["html"]).get_content()


def test_down_for_an_hour_loses_nothing_and_doubles_nothing(mail, write, clock):
    mail.stop()
    messages = [write(to=f"person-{number}@example.org") for number in range(5)]
    end = clock.now + timedelta(hours=1)
    while clock.now < end:
        deliver_due(clock=clock)
        clock.advance(timedelta(minutes=1))
    for message in messages:
        message.refresh_from_db()
        assert (message.status, message.error) == (
            "waiting",
            "The mail server did not answer, or did not let us in (ConnectionRefusedError).",
        )
    mail.start()
    for _ in range(150):
        deliver_due(clock=clock)
        clock.advance(timedelta(minutes=1))
    assert sorted(email["To"] for email in mail.received) == [message.to for message in messages]


def test_not_now_is_tried_again(mail, sent, clock):
    mail.answers = ["451 Greylisted, try again"]
    message = sent()
    assert (message.status, message.error) == ("waiting", "The mail server said 451: Greylisted, try again")
    clock.advance(timedelta(minutes=1))
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert (message.status, len(mail.received)) == ("sent", 1)


def test_never_is_final(mail, sent):
    mail.answers = ["554 Looks like spam"]
    message = sent()
    assert (message.status, message.error) == ("failed", "The mail server said 554: Looks like spam")


def test_an_unknown_recipient_is_final(mail, sent):
    mail.refused_recipients = {"sam@example.org": "550 No such person"}
    message = sent()
    assert (message.status, message.error) == ("failed", "The mail server said 550: No such person")


def test_a_full_mailbox_is_tried_again(mail, sent):
    mail.refused_recipients = {"sam@example.org": "452 Mailbox full"}
    assert sent().status == "waiting"


def test_a_server_that_hangs_up_midway_is_tried_again(mail, sent, clock):
    mail.hang_up = True
    message = sent()
    assert (message.status, message.error) == ("waiting", "The mail server hung up (SMTPServerDisconnected).")
    mail.hang_up = False
    clock.advance(timedelta(minutes=1))
    deliver_due(clock=clock)
    assert len(mail.received) == 1


@pytest.mark.parametrize("to", ["sam", "sam@", "sam@example.org\nbcc: eve@example.org", "a@example.org, b@example.org"])
def test_what_is_no_address_is_final(mail, sent, to):
    message = sent(to=to)
    assert (message.status, message.error) == ("failed", "This is not an e-mail address.")
    assert not mail.received


def test_a_repeat_carries_the_same_id(mail, sent):
    from borough.foundations.messages.channels import smtp

    message = sent()
    smtp.deliver(message)
    assert len({email["Message-ID"] for email in mail.received}) == 1


def test_a_wrong_password_waits_for_us_to_put_it_right(mail, sent, settings):
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "borough", "wrong"
    assert sent().status == "waiting"
