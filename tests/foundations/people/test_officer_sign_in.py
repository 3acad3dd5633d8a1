"""An officer signs in with a password and a second factor, which they set up the first time."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

from borough.foundations.audit.models import AuditEvent
from borough.foundations.people import second_factor

from .conftest import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def totp(secret=SECRET):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def password(client, user, password=PASSWORD, **kwargs):
    return client.post("/sign-in/officer/", {"login": user.email, "password": password}, **kwargs)


@pytest.fixture
def with_app(colleague, rf):
    TOTP.activate(colleague, SECRET)
    return colleague


@pytest.mark.django_db(transaction=True)
def test_the_first_time_they_set_up_an_app(client, colleague, mailoutbox):
    page = password(client, colleague)
    assert page["Location"] == "/work/"
    page = client.get("/work/")
    assert page["Location"] == "/sign-in/second-factor/set-up/?next=/work/"
    page = client.get(page["Location"])
    assert 'src="data:image/svg+xml;base64,' in page.text
    assert "style=" not in page.text
    secret = re.search(r'app-code">([A-Z2-7 ]+)<', page.text)[1].replace(" ", "")
    page = client.post("/sign-in/second-factor/set-up/", {"code": totp(secret)})
    assert page["Location"] == "/you/second-factor/codes/"
    codes = re.findall(r"\b[0-9]{8}\b", client.get(page["Location"]).text)
    assert len(codes) == 10
    assert client.get("/you/").status_code == 200
    assert AuditEvent.objects.filter(action="user.second_factor_set_up", actor_id=str(colleague.pk)).exists()
    assert secret not in str(Authenticator.objects.values_list("data", flat=True))
    assert any("second factor" in mail.subject for mail in mailoutbox)


def test_a_wrong_first_code_keeps_the_same_key(client, colleague):
    password(client, colleague)
    key = re.compile(r'app-code">([A-Z2-7 ]+)<')
    first = key.search(client.get("/sign-in/second-factor/set-up/").text)[1]
    page = client.post("/sign-in/second-factor/set-up/", {"code": "12"})
    assert "<title>Error: " in page.text
    assert key.search(page.text)[1] == first
    assert client.get("/work/")["Location"].startswith("/sign-in/second-factor/set-up/")


def test_after_that_the_app_is_asked_for_each_time(client, with_app):
    page = password(client, with_app)
    assert page["Location"] == "/sign-in/second-factor/"
    assert client.get("/you/")["Location"].startswith("/sign-in/")
    page = client.post("/sign-in/second-factor/", {"code": "000000" if totp() != "000000" else "1"})
    assert "<title>Error: " in page.text
    page = client.post("/sign-in/second-factor/", {"code": totp()})
    assert page["Location"] == "/work/"
    assert client.session[second_factor.KEY] == {"user": with_app.pk, "how": "totp"}
    assert client.get("/you/").status_code == 200


def test_a_code_from_the_app_works_once_in_any_process(client, with_app):
    from django.core.cache import cache

    for expected in ("/work/", None):
        password(client, with_app)
        cache.clear()
        page = client.post("/sign-in/second-factor/", {"code": totp()})
        assert page.get("Location") == expected
        client.post("/sign-out/")


def test_a_recovery_code_works_once(client, with_app):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    code = RecoveryCodes.activate(with_app).generate_codes()[0]
    for expected in ("/work/", None):
        password(client, with_app)
        assert client.post("/sign-in/second-factor/", {"code": code}).get("Location") == expected
        client.post("/sign-out/")


def test_posting_nothing_is_an_error(client, with_app):
    password(client, with_app)
    assert "Enter the code" in client.post("/sign-in/second-factor/", {}).text
    assert "Enter your password" in client.post("/sign-out/", follow=True).client.post("/sign-in/officer/", {}).text


def test_somebody_signed_in_without_it_is_asked_to_show_it(enter, with_app):
    client = enter(with_app, factor=False)
    page = client.get("/work/team/")
    assert page["Location"] == "/sign-in/second-factor/again/?next=/work/team/"
    assert client.get(page["Location"]).status_code == 200
    page = client.post(page["Location"], {"code": totp()})
    assert page["Location"] == "/work/team/"
    assert client.get("/work/team/").status_code == 200


def test_a_password_is_chosen_with_a_code(client, colleague, code):
    page = client.post("/sign-in/officer/password/", {"email": colleague.email})
    page = client.post(page["Location"], {"code": code()})
    page = client.post(page["Location"], {"password1": "short", "password2": "other"})
    assert "<title>Error: " in page.text
    chosen = "three quiet herons"
    page = client.post("/sign-in/officer/password/new/", {"password1": chosen, "password2": chosen}, follow=True)
    assert "You have a new password" in page.text
    assert password(client, colleague, chosen)["Location"] == "/work/"
    assert AuditEvent.objects.filter(action="user.password_changed").exists()


def test_a_wrong_code_for_a_password(client, colleague, code):
    client.post("/sign-in/officer/password/", {"email": colleague.email})
    wrong = "000000" if code() != "000000" else "1"
    assert "<title>Error: " in client.post("/sign-in/officer/password/code/", {"code": wrong}).text
    assert client.get("/sign-in/officer/password/new/").status_code == 302


def test_recovery_codes_can_be_made_anew(client, with_app):
    password(client, with_app)
    client.post("/sign-in/second-factor/", {"code": totp()})
    assert client.get("/you/second-factor/").status_code == 200
    assert client.get("/you/second-factor/codes/new/").status_code == 200
    page = client.post("/you/second-factor/codes/new/", follow=True)
    assert len(re.findall(r"\b[0-9]{8}\b", page.text)) == 10
    assert not re.findall(r"\b[0-9]{8}\b", client.get("/you/second-factor/codes/").text)


def test_an_officer_cannot_turn_it_off(enter, with_app):
    assert enter(with_app).post("/you/second-factor/off/")["Location"] == "/you/second-factor/"
    assert Authenticator.objects.filter(user=with_app, type="totp").exists()
