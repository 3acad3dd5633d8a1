"""Production refuses to start unsafe, and says what to do."""

import pytest

from borough.config.settings.refusals import reasons

GOOD = {
    "DATABASE_URL": "postgres://borough:secret@db.example/borough",
    "BOROUGH_SECRET_KEY": "Qm9yb3VnaCBpcyBhIHRlc3QuIFRoaXMgaXMgbm90IGEgcmVhbCBrZXku",
    "BOROUGH_KEYS": "VGhpcyBpcyBub3QgYSByZWFsIGtleSBlaXRoZXIu",
    "BOROUGH_HOSTS": "borough.example",
    "EMAIL_URL": "smtp+tls://borough:secret@mail.example:587",
}


def test_a_safe_environment_starts():
    assert reasons(GOOD) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"BOROUGH_DEMONSTRATION": "yes"}, "Take BOROUGH_DEMONSTRATION away"),
        ({"BOROUGH_DEBUG": "1"}, "Take BOROUGH_DEBUG"),
        ({"DEBUG": "True"}, "Take BOROUGH_DEBUG"),
        ({"BOROUGH_SECRET_KEY": ""}, "BOROUGH_SECRET_KEY is missing"),
        ({"BOROUGH_SECRET_KEY": "development-only"}, "everybody knows"),
        ({"BOROUGH_SECRET_KEY": "django-insecure-" + "abcdefghijklmnop" * 4}, "everybody knows"),
        ({"BOROUGH_SECRET_KEY": "abcdefghijklmno"}, "too easy to guess"),
        ({"BOROUGH_SECRET_KEY": "a" * 60}, "too easy to guess"),
        ({"BOROUGH_KEYS": ""}, "BOROUGH_KEYS is missing"),
        ({"BOROUGH_KEYS": " , "}, "BOROUGH_KEYS is missing"),
        ({"BOROUGH_KEYS": "development-only-development-only"}, "Key 1 in BOROUGH_KEYS is one that everybody knows"),
        ({"BOROUGH_KEYS": GOOD["BOROUGH_KEYS"] + ",short"}, "Key 2 in BOROUGH_KEYS is too easy to guess"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is missing"),
        ({"DATABASE_URL": "sqlite:///borough.db"}, "not PostgreSQL"),
        ({"BOROUGH_HOSTS": ""}, "BOROUGH_HOSTS is missing"),
        ({"BOROUGH_HOSTS": "*"}, "List each name in full"),
        ({"BOROUGH_HOSTS": "borough.example, .example"}, "List each name in full"),
        ({"EMAIL_URL": ""}, "EMAIL_URL is missing"),
        ({"MESSAGES_TEXT": "shown"}, "reach nobody"),
        ({"MESSAGES_LETTER": "notify", "NOTIFY_TEMPLATE_LETTER": "1"}, "NOTIFY_API_KEY is missing"),
        ({"MESSAGES_TEXT": "notify", "NOTIFY_API_KEY": "key"}, "NOTIFY_TEMPLATE_TEXT is missing"),
    ],
)
def test_each_danger_is_named(change, says):
    (reason,) = reasons(GOOD | change)
    assert says in reason


def test_every_reason_is_told_at_once():
    assert len(reasons({})) == 5


def test_no_reason_repeats_a_secret():
    told = " ".join(reasons(GOOD | {"BOROUGH_SECRET_KEY": "short-secret", "BOROUGH_KEYS": "short-key"}))
    assert "short-secret" not in told
    assert "short-key" not in told
