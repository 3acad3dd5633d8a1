"""Whatever is typed, the answer is a page that says what to do, or the thing done; never a fault of ours."""

import pytest

from .test_officer_sign_in import SECRET

ODD = [
    "a\x00b",
    "\u202egro.elpmaxe@x",
    "👩🏽‍🦽" * 20,
    "é" * 10_000,
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "\ud7ff\uffff",
    "  ",
]
ids = range(len(ODD))


@pytest.mark.parametrize("odd", ODD, ids=ids)
@pytest.mark.parametrize(
    "page", ["/sign-in/", "/sign-in/code/", "/sign-in/officer/", "/sign-in/officer/password/", "/sign-out/"]
)
def test_signing_in(client, db, page, odd):
    client.post("/sign-in/", {"email": "new@example.org"})
    typed = {"email": odd, "login": odd, "password": odd, "code": odd, "next": odd, "action": odd}
    answer = client.post(page, typed)
    assert answer.status_code in (200, 302)
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("odd", ODD, ids=ids)
def test_an_officers_password_and_codes(client, colleague, odd):
    from allauth.mfa.totp.internal.auth import TOTP

    from .conftest import PASSWORD

    client.post("/sign-in/officer/", {"login": colleague.email, "password": PASSWORD})
    assert client.post("/sign-in/second-factor/set-up/", {"code": odd}).status_code == 200
    client.post("/sign-out/")
    TOTP.activate(colleague, SECRET)
    client.post("/sign-in/officer/", {"login": colleague.email, "password": PASSWORD})
    assert client.post("/sign-in/second-factor/", {"code": odd}).status_code == 200


@pytest.mark.parametrize("odd", ODD, ids=ids)
def test_a_new_password(client, colleague, code, odd):
    client.post("/sign-in/officer/password/", {"email": colleague.email})
    client.post("/sign-in/officer/password/code/", {"code": code()})
    answer = client.post("/sign-in/officer/password/new/", {"password1": odd, "password2": odd})
    assert answer.status_code in (200, 302)


@pytest.mark.parametrize("odd", ODD, ids=ids)
def test_ones_details(enter, resident, odd):
    client = enter(resident)
    fields = ("name", "phone", "address", "postcode", "channel", "format", "language", "email", "code", "said")
    for page in ("/you/details/", "/you/email/", "/you/email/code/"):
        assert client.post(page, dict.fromkeys(fields, odd)).status_code in (200, 302)
    assert client.get("/you/", {"said": odd}).status_code == 200
    given = {"name": odd, "channel": "email", "format": "standard"}
    answer = client.post("/you/details/", given)
    assert answer.status_code in (200, 302)
    assert client.get("/you/").status_code == 200


@pytest.mark.parametrize("odd", ODD, ids=ids)
def test_the_team(enter, manager, colleague, odd):
    client = enter(manager)
    names = ("name", "email", "role", "to", "hand_to", "cover", "on-day", "on-month", "first_day-day", "back_on-year")
    typed = dict.fromkeys(names, odd)
    assert client.post("/work/team/fostering/join/", typed).status_code == 200
    for form in ("role", "move", "leave", "absence"):
        assert client.post(f"/work/team/fostering/{colleague.pk}/{form}/", typed).status_code == 200


@pytest.mark.parametrize(
    "path", ["/work/team/x/join/", "/work/team/fostering/99999999999999999999/role/", "/work/team/absence/0/remove/"]
)
def test_what_is_not_there(enter, manager, path):
    assert enter(manager).post(path).status_code == 404


def test_words_that_are_strange_but_a_name_are_kept(enter, resident):
    from borough.foundations.people.models import Person

    name = "Zoë 👩🏽‍🦽 \u202bעדי\u202c"
    enter(resident).post("/you/details/", {"name": name, "channel": "email", "format": "standard"})
    assert Person.objects.get().name == name
