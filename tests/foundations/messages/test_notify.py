"""E-mail, text and letter through Notify's real client."""

import pytest

from borough.foundations.messages.delivery import deliver_due

LETTER = {"channel": "letter", "to": "Sam Made-Up\n1 Elm Street\nBorough\nSK1 3XE"}
TEXT = {"channel": "text", "to": "07700 900123", "subject": ""}


@pytest.fixture
def sent(write, clock):
    def sent(**given):
        message = write(**given)
        deliver_due(clock=clock)
        message.refresh_from_db()
        return message

    return sent


def test_an_email(notify, sent):
    message = sent()
    assert (message.status, message.provider_id) == ("sent", "notify-1")
    [(path, posted)] = notify.received
    assert path == "/v2/notifications/email"
    assert posted == {
        "email_address": "sam@example.org",
        "template_id": "template-email",
        "personalisation": {"subject": "Your device", "body": "It is ready."},
        "reference": f"borough-{message.pk}",
    }


def test_a_text(notify, sent):
    assert sent(**TEXT).status == "sent"
    [(path, posted)] = notify.received
    assert path == "/v2/notifications/sms"
    assert (posted["phone_number"], posted["personalisation"]) == ("07700 900123", {"body": "It is ready."})


def test_a_letter(notify, sent):
    assert sent(**LETTER).status == "sent"
    [(path, posted)] = notify.received
    assert path == "/v2/notifications/letter"
    assert posted["personalisation"] == {
        "subject": "Your device",
        "body": "It is ready.",
        "address_line_1": "Sam Made-Up",
        "address_line_2": "1 Elm Street",
        "address_line_3": "Borough",
        "address_line_4": "SK1 3XE",
    }


def test_a_letter_without_a_whole_address_is_final(notify, sent):
    message = sent(**LETTER | {"to": "Sam Made-Up\nSK1 3XE"})
    assert (message.status, notify.received) == ("failed", [])
    assert "3 to 7 lines" in message.error


def test_a_large_print_letter_uses_its_own_template(notify, sent, settings):
    settings.NOTIFY_TEMPLATE_LETTER_LARGE_PRINT = "template-large"
    sent(**LETTER, format="large_print")
    assert notify.received[0][1]["template_id"] == "template-large"


def test_a_large_print_letter_that_cannot_be_goes_to_officers(notify, sent):
    message = sent(**LETTER, format="large_print")
    assert (message.status, notify.received) == ("failed", [])
    assert "Print this in large print" in message.error


@pytest.mark.parametrize(
    ("status", "becomes", "said"),
    [
        (400, "failed", "Notify said no: Oh dear"),
        (429, "waiting", "Notify is busy, or today's limit is used up: Oh dear"),
        (500, "waiting", "Notify answered 500."),
        (503, "waiting", "Notify answered 503."),
    ],
)
def test_each_refusal(notify, sent, status, becomes, said):
    notify.answers = [(status, {"status_code": status, "errors": [{"error": "Error", "message": "Oh dear"}]})]
    message = sent(**TEXT)
    assert (message.status, message.error) == (becomes, said)


def test_a_wrong_key_waits_for_us_to_put_it_right(notify, sent, settings):
    settings.NOTIFY_API_KEY = settings.NOTIFY_API_KEY[:-1] + "1"
    message = sent()
    assert message.status == "waiting"
    assert "Check NOTIFY_API_KEY" in message.error


def test_no_answer_at_all_waits(notify, sent, settings):
    settings.NOTIFY_URL = "http://127.0.0.1:9"
    message = sent()
    assert (message.status, message.error) == ("waiting", "Notify did not answer.")


def test_what_notify_says_of_people_is_not_logged(notify, sent, caplog):
    notify.answers = [(400, {"errors": [{"error": "Error", "message": "07700 900123 is barred"}]})]
    sent(**TEXT)
    assert "900123" not in caplog.text
