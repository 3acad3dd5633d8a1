"""An alert is on every public page at once, and only those may write it who should."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.alerts.models import PUBLISHERS, Alert
from borough.website.models import HomePage
from tests import people

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
PAGES = ["/", "/services/", "/programme/", "/news/", "/contact/", "/search/"]


def alert(**fields):
    return Alert.objects.create(**({"title": "Snow", "words": "Schools are closed.", "link": "/news/"} | fields))


def test_it_is_on_every_page_at_once(client):
    before = {path: client.get(path) for path in PAGES}
    alert(kind="emergency")
    for path, old in before.items():
        etag = old.headers.get("ETag")
        answer = client.get(path, headers={"if-none-match": etag} if etag else {})
        assert "Schools are closed." in answer.content.decode(), path


def test_it_shows_from_when_it_starts_until_it_ends(client):
    now = timezone.now()
    alert(title="Over", starts_at=now - 2 * HOUR, ends_at=now - HOUR)
    alert(title="Later", starts_at=now + HOUR)
    alert(title="Now", starts_at=now - HOUR, ends_at=now + HOUR)
    page = client.get("/contact/").content.decode()
    assert "Now" in page
    assert "Over" not in page
    assert "Later" not in page


def test_emergencies_go_first(client):
    alert(title="Flood", kind="emergency", starts_at=timezone.now() - HOUR)
    alert(title="Fair", kind="news")
    page = client.get("/contact/").content.decode()
    assert page.index("Flood") < page.index("Fair")


def test_an_emergency_publisher_writes_alerts_and_nothing_else(client, signed_in):
    user = people.officer()
    user.groups.add(Group.objects.get(name=PUBLISHERS))
    browser = signed_in(user)
    add = "/editor/snippets/alerts/alert/add/"
    assert browser.get(add).status_code == 200
    starts = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    typed = {"kind": "emergency", "title": "Flood", "words": "Stay away from the river.", "starts_at": starts}
    assert browser.post(add, typed).status_code == 302
    assert "Stay away from the river." in client.get("/").content.decode()
    assert browser.post(add, typed | {"link": "javascript:alert(1)"}).status_code == 200
    assert Alert.objects.count() == 1
    front = HomePage.objects.get().pk
    for path in (f"/editor/pages/{front}/edit/", "/admin/", "/work/measures/"):
        assert browser.get(path).status_code in (302, 403), path


@pytest.mark.parametrize("who", [people.officer, people.resident])
def test_nobody_else_does(signed_in, who):
    assert signed_in(who()).get("/editor/snippets/alerts/alert/add/").status_code in (302, 403)


def test_words_are_only_words(client):
    alert(words="<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get("/").content.decode()


def test_what_is_refused():
    now = timezone.now()
    with pytest.raises(ValidationError):
        Alert(title="x", words="x", link="javascript:alert(1)").full_clean()
    with pytest.raises(ValidationError):
        Alert(title="x", words="x", starts_at=now, ends_at=now).full_clean()
    for wrong in ({"title": ""}, {"words": ""}, {"starts_at": now, "ends_at": now - HOUR}):
        with pytest.raises(IntegrityError), transaction.atomic():
            alert(**wrong)
