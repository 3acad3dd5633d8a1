"""The real production settings, in a process of their own."""

from borough.config import database

from .commands import borough
from .test_refusals import GOOD

PRODUCTION = {"DJANGO_SETTINGS_MODULE": "borough.config.settings.production"}


def test_check_deploy_is_clean():
    done = borough("check", "--deploy", "--fail-level=DEBUG", **PRODUCTION | GOOD)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


def test_a_refusal_is_a_sentence_and_not_a_traceback():
    done = borough("check", **PRODUCTION | GOOD | {"BOROUGH_DEMONSTRATION": "1"})
    assert done.returncode == 1
    assert "Borough does not start:\n  - The demonstration lets anybody become an officer." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_can_be_made_before_there_is_any():
    done = borough("keys", "new", **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.strip()) == 64


def test_production_never_starts_a_database_of_its_own(tmp_path):
    done = borough("check", BOROUGH_HOME=str(tmp_path), **PRODUCTION)
    assert "DATABASE_URL is missing" in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert tmp_path != database.HOME


def test_sessions_stay_on_this_host_and_on_https():
    told = borough("diffsettings", **PRODUCTION | GOOD).stdout
    for line in (
        "SESSION_COOKIE_NAME = '__Host-borough'",
        "CSRF_COOKIE_NAME = '__Host-csrf'",
        "SESSION_COOKIE_SECURE = True",
        "CSRF_COOKIE_SECURE = True",
        "SECURE_SSL_REDIRECT = True",
        "DEMONSTRATION = False",
    ):
        assert line in told
