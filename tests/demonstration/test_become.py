"""Becoming somebody, in a demonstration and nowhere else."""

import pytest

from borough.demonstration.cast import CAST
from borough.foundations.audit.models import AuditEvent
from borough.foundations.people import second_factor
from borough.foundations.people.models import User

pytestmark = [pytest.mark.usefixtures("borough"), pytest.mark.urls("tests.demonstration.urls")]


def test_it_lists_the_eight(client, here):
    words = client.get("/demonstration/").content.decode()
    for part in CAST:
        assert f"Become {part.name}" in words
        assert part.tries[0] in words.replace("&#39;", "'")
    assert "SK71 1AA" in words


@pytest.mark.parametrize("part", CAST, ids=lambda part: part.key)
def test_becoming_each(client, here, part):
    answer = client.post(f"/demonstration/become/{part.key}/")
    assert (answer.status_code, answer["Location"]) == (302, part.start)
    user = User.objects.get(pk=client.session["_auth_user_id"])
    assert user.name == part.name
    assert client.session[second_factor.KEY] == {"user": user.pk, "how": "demonstration"}
    event = AuditEvent.objects.filter(action="user.signed_in", record_id=str(user.pk)).latest("pk")
    assert event.data == {"how": "demonstration"}


@pytest.mark.parametrize(
    ("key", "kind"),
    [("rosa.hill", "resident"), ("amina.yusuf", "officer"), ("jo.lindley", "partner"), ("sam.turner", "officer"),
     ("meera.patel", "officer")],
)  # fmt: skip
def test_each_is_what_they_say(key, kind):
    assert User.objects.get(email__startswith=f"{key}@").kind == kind


def test_nothing_of_the_one_before_stays(client, here):
    client.post("/demonstration/become/amina.yusuf/")
    session = client.session
    session["kept"] = "a secret"
    session.save()
    client.post("/demonstration/become/rosa.hill/")
    assert "kept" not in client.session
    assert client.session["account_authentication_methods"][-1]["method"] == "demonstration"


def test_it_says_who_you_are_and_lets_you_stop(client, here):
    client.post("/demonstration/become/rosa.hill/")
    assert "Stop being Rosa Hill" in client.get("/demonstration/").content.decode()
    assert client.post("/demonstration/stop/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_an_unknown_key(client, here):
    assert client.post("/demonstration/become/nobody/").status_code == 404


def test_a_look_changes_nothing(client, here):
    assert client.get("/demonstration/become/rosa.hill/").status_code == 405
    assert client.get("/demonstration/stop/").status_code == 405


@pytest.mark.parametrize("path", ["/demonstration/", "/demonstration/messages/"])
def test_elsewhere_there_is_no_such_page(client, settings, path):
    settings.DEMONSTRATION = False
    assert client.get(path).status_code == 404


def test_elsewhere_nobody_becomes_anybody(client, settings):
    settings.DEMONSTRATION = False
    assert client.post("/demonstration/become/tom.ashworth/").status_code == 404
    assert client.post("/demonstration/stop/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_programme_manager_edits_pages(client, here):
    client.post("/demonstration/become/meera.patel/")
    assert client.get("/editor/").status_code == 200


def test_an_officer_who_does_not_edit_is_kept_out(client, here):
    client.post("/demonstration/become/amina.yusuf/")
    assert client.get("/editor/").status_code != 200
