"""A resident signs in with a code sent by e-mail; their account is made when the code comes back."""

from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Person, User


def ask(client, email="new@example.org", **kwargs):
    return client.post("/sign-in/", {"email": email}, **kwargs)


def test_a_first_code_makes_an_account_and_signs_in(client, db, mailoutbox, code):
    page = ask(client, "New@Example.org")
    assert page.status_code == 302
    assert not User.objects.exists()
    assert mailoutbox[0].to == ["new@example.org"]
    page = client.post(page["Location"], {"code": code()})
    assert page["Location"] == "/you/"
    user = User.objects.get()
    assert user.email == "new@example.org"
    assert not user.has_usable_password()
    assert client.get("/you/").status_code == 200
    assert Person.objects.get().user == user
    assert set(AuditEvent.objects.values_list("action", flat=True)) >= {
        "user.created", "user.signed_in", "person.created",
    }  # fmt: skip


def test_the_next_code_signs_in_to_the_same_account(client, resident, code):
    ask(client, "ROSA@example.org")
    client.post("/sign-in/code/", {"code": f" {code()[:3]} {code()[3:]} "})
    assert "rosa@example.org" in client.get("/you/").text
    assert User.objects.count() == 1


def test_it_goes_back_to_where_they_were_going(client, resident, code):
    page = client.post("/sign-in/?next=/your-applications/", {"email": resident.email})
    page = client.post(page["Location"], {"code": code()})
    assert page["Location"] == "/your-applications/"


def test_it_goes_nowhere_else(client, resident, code):
    page = client.post("/sign-in/?next=https://elsewhere.example/", {"email": resident.email})
    page = client.post(page["Location"], {"code": code()})
    assert page["Location"] == "/you/"


def test_the_code_goes_through_the_outbox_and_is_not_kept(client, db, settings):
    settings.EMAIL_BACKEND = "borough.foundations.messages.mail.OutboxBackend"
    ask(client)
    message = Message.objects.get()
    assert (message.channel, message.to, message.sensitive) == ("email", "new@example.org", True)
    assert message.subject == "Your code to sign in"
    assert "It works for 15 minutes" in message.body
    assert "&" not in message.body
