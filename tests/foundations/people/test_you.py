"""/you/: a resident keeps their own details; officers and partners see theirs; nobody sees anybody else's."""

import pytest

from borough.foundations.audit.models import AuditEvent
from borough.foundations.people.models import Organisation, Person, User

GIVEN = {
    "name": "Rosa Fernandes",
    "phone": "07700 900 123",
    "address": "1 Made Up Road\nStockport",
    "postcode": "sk1 3xe",
    "channel": "text",
    "format": "interpreter",
    "language": "Portuguese",
}
PAGES = ["/you/", "/you/details/", "/you/email/", "/you/email/code/"]


@pytest.mark.parametrize("page", PAGES)
def test_anonymous_is_asked_to_sign_in(client, db, page):
    assert client.get(page)["Location"] == f"/sign-in/?next={page}"


@pytest.mark.parametrize("page", PAGES[1:])
def test_an_officers_details_are_not_changed_here(enter, colleague, page):
    assert enter(colleague).get(page)["Location"] == "/you/"


def test_an_officer_sees_their_teams(enter, colleague):
    page = enter(colleague).get("/you/").text
    assert "Fostering: officer" in page
    assert not Person.objects.exists()


def test_a_partner_sees_their_organisation(enter, db):
    alliance = Organisation.objects.create(slug="alliance", name="Made Up Alliance")
    partner = User.objects.create_user("pat@alliance.example", name="Pat", organisation=alliance)
    assert "Made Up Alliance" in enter(partner, factor=False).get("/you/").text


def test_details_are_kept(enter, resident):
    client = enter(resident)
    assert client.get("/you/details/").status_code == 200
    assert client.post("/you/details/", GIVEN)["Location"] == "/you/?said=details"
    person = Person.objects.get()
    assert (person.name, person.postcode, person.channel) == ("Rosa Fernandes", "SK1 3XE", "text")
    assert (person.format, person.language) == ("interpreter", "Portuguese")
    page = client.get("/you/?said=details").text
    assert "We have kept your changes." in page
    assert "Portuguese" in page


def test_the_audit_names_the_fields_and_not_what_they_say(enter, resident):
    enter(resident).post("/you/details/", GIVEN)
    event = AuditEvent.objects.get(action="person.changed")
    assert "phone" in event.data["fields"]
    assert "07700" not in str(event.data)


def test_every_fault_is_said_at_once_and_what_was_typed_is_kept(enter, resident):
    page = enter(resident).post(
        "/you/details/",
        {"name": "", "phone": "ring me", "postcode": "nowhere", "format": "interpreter", "channel": "x"},
    )
    assert "<title>Error: " in page.text
    for field in ("name", "phone", "postcode", "channel", "language"):
        assert f'href="#{field}"' in page.text
        assert f'id="{field}"' in page.text
    assert 'value="ring me"' in page.text
    assert 'value="nowhere"' in page.text


@pytest.mark.parametrize(("channel", "needs"), [("text", ["phone"]), ("letter", ["address", "postcode"])])
def test_a_channel_needs_somewhere_to_write_to(enter, resident, channel, needs):
    typed = {"name": "Rosa", "channel": channel, "format": "standard"}
    page = enter(resident).post("/you/details/", typed)
    assert all(f'href="#{field}"' in page.text for field in needs)
    assert not Person.objects.exclude(channel="email").exists()


def test_only_ones_own_is_changed(enter, resident):
    other = User.objects.create_user("other@example.org", name="Other")
    enter(other).get("/you/")
    enter(resident).post("/you/details/", GIVEN)
    assert Person.objects.get(user=other).phone == ""
