"""Officers may sign in with the council's own accounts, where settings say so: against a small real provider."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount

from borough.foundations.audit.models import AuditEvent
from borough.foundations.people import second_factor
from borough.foundations.people.models import User

from .test_officer_sign_in import SECRET, totp

pytestmark = pytest.mark.urls("tests.foundations.people.oidc_urls")
LOGIN = "/sign-in/officer/oidc/council/login/"


@pytest.fixture
def provider(settings):
    """A provider that says whatever `provider.claims` holds. Its address is in settings."""

    class Provider(BaseHTTPRequestHandler):
        def answer(self):
            server = self.server
            home = f"http://127.0.0.1:{server.server_port}"
            path = urlsplit(self.path).path
            token = jwt.encode({"iss": home, "aud": "borough", **server.claims}, "k" * 32, algorithm="HS256")
            answers = {
                "/.well-known/openid-configuration": {
                    "issuer": home, "authorization_endpoint": f"{home}/authorize", "token_endpoint": f"{home}/token",
                    "userinfo_endpoint": f"{home}/userinfo", "jwks_uri": f"{home}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                },
                "/token": {"access_token": "a", "token_type": "Bearer", "id_token": token},
                "/userinfo": {name: value for name, value in server.claims.items() if name != "amr"},
            }  # fmt: skip
            body = json.dumps(answers.get(path, {})).encode()
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200 if path in answers and not server.broken else 500)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = answer

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    server.claims, server.broken = {"sub": "1"}, False
    app = {
        "provider_id": "council", "name": "your council account", "client_id": "borough", "secret": "s",
        "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def go(client, provider, **claims):
    provider.claims = {"sub": "1", **claims}
    page = client.get(LOGIN + "?next=/work/team/")
    state = parse_qs(urlsplit(page["Location"]).query)["state"][0]
    return client.get(f"{LOGIN}callback/?code=c&state={state}")


def test_it_is_off_unless_set_up(client, db, settings):
    assert settings.SOCIALACCOUNT_PROVIDERS == {}
    assert "council account" not in client.get("/sign-in/officer/").text
    assert client.get(LOGIN).status_code == 404


def test_an_officer_signs_in(client, provider, colleague):
    assert LOGIN in client.get("/sign-in/officer/").text
    page = go(client, provider, email="OLA@council.example", amr=["pwd", "mfa"])
    assert page["Location"] == "/work/team/"
    assert client.session[second_factor.KEY] == {"user": colleague.pk, "how": "oidc"}
    assert client.get("/work/team/").status_code == 200
    assert AuditEvent.objects.filter(action="user.connected").exists()


def test_the_next_time_they_are_known_by_their_account_there(client, provider, colleague):
    go(client, provider, email=colleague.email, amr=["mfa"])
    client.post("/sign-out/")
    assert go(client, provider, email="renamed@council.example", amr=["mfa"])["Location"] == "/work/team/"
    assert SocialAccount.objects.count() == 1


def test_a_provider_that_asks_for_one_thing_only_is_not_enough(client, provider, colleague):
    go(client, provider, email=colleague.email)
    assert client.get("/work/team/")["Location"].startswith("/sign-in/second-factor/set-up/")


def test_unless_settings_say_that_it_never_does(client, provider, colleague, settings):
    settings.OIDC_SECOND_FACTOR = True
    go(client, provider, email=colleague.email)
    assert client.get("/work/team/").status_code == 200


def test_one_with_an_app_here_is_asked_for_it(client, provider, colleague):
    TOTP.activate(colleague, SECRET)
    assert go(client, provider, email=colleague.email)["Location"] == "/sign-in/second-factor/"
    assert client.post("/sign-in/second-factor/", {"code": totp()})["Location"] == "/work/team/"


@pytest.mark.parametrize("email", ["rosa@example.org", "nobody@council.example", ""])
def test_nobody_but_officers(client, provider, resident, email):
    page = go(client, provider, email=email, amr=["mfa"])
    assert page.status_code == 403
    assert "not set up here" in page.text
    assert client.get("/you/").status_code == 302
    assert User.objects.count() == 1


def test_an_address_the_provider_has_not_proven_is_not_believed(client, provider, colleague):
    assert go(client, provider, email=colleague.email, email_verified=False).status_code == 403


def test_one_who_left(client, provider, colleague):
    go(client, provider, email=colleague.email, amr=["mfa"])
    client.post("/sign-out/")
    User.objects.filter(pk=colleague.pk).update(is_active=False)
    assert go(client, provider, email=colleague.email, amr=["mfa"]).status_code == 403


def test_a_provider_that_does_not_answer(client, provider, db):
    provider.broken = True
    page = client.get(LOGIN)
    assert page.status_code == 503
    assert "did not answer" in page.text


def test_somebody_elses_answer(client, provider, db):
    page = client.get(f"{LOGIN}callback/?code=c&state=forged")
    assert "did not answer" in page.text
