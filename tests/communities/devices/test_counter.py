"""The counter as people there use it: scan, see, act; and who may not."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from borough.casework import actions as casework
from borough.communities.devices import actions, telling
from borough.communities.devices.models import DataItem, Device, Donation, Handover, Loan, Request, StockTake
from tests import people
from tests.people import signed_in

from . import world

HOME = "/work/devices/"


@pytest.fixture
def at_counter(amy):
    return signed_in(amy)


@pytest.fixture
def kept(form, amy, ben):
    """A device that is kept for somebody."""
    world.ready(amy, ben)
    return world.offer(world.approved(form, amy))


def due(day=1, month=2):
    from django.utils import timezone

    return {"due_on-day": day, "due_on-month": month, "due_on-year": timezone.localdate().year + 1}


def lending(**more):
    return due() | {"condition": "good", "parts": ["Charger"], "signed_name": "Bo Rower", "lent_on-day": "",
                    "lent_on-month": "", "lent_on-year": ""} | more  # fmt: skip


PAGES = ("", "queue/", "loans/", "stock/", "add/", "import/", "labels/", "takes/", "donations/", "donations/offer/",
         "data/", "data/add/", "figures/", "figures.csv")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_for_the_people_of_the_counter(page, form, amy, at_counter):
    address = HOME + page
    assert at_counter.get(address).status_code == 200
    assert signed_in(people.officer("libraries", name="Another")).get(address).status_code in (403, 404)
    assert signed_in(people.partner()).get(address).status_code in (302, 403, 404)
    assert signed_in(people.resident()).get(address).status_code in (302, 403, 404)
    anonymous = Client().get(address)
    assert anonymous.status_code == 302
    assert "sign-in" in anonymous["Location"]


def test_scan_see_act(kept, at_counter):
    tag = kept.device.tag
    for label in (tag, tag.lower(), kept.device.serial, f"https://elsewhere.example.org/work/devices/{tag}/"):
        found = at_counter.get(HOME, {"label": label})
        assert found.status_code == 302, label
        assert found["Location"] == f"{HOME}{tag}/"
    page = at_counter.get(f"{HOME}{tag}/").content.decode()
    assert "I will give it back by" in page
    answer = at_counter.post(f"{HOME}{tag}/lend/", lending(), follow=True)
    assert f"{tag} is lent to" in answer.content.decode()
    loan = Loan.objects.get()
    assert (loan.signed_name, loan.parts_out) == ("Bo Rower", ["Charger"])
    page = at_counter.get(f"{HOME}{tag}/").content.decode()
    assert "Take it back" in page
    answer = at_counter.post(
        f"{HOME}{tag}/take-back/",
        {"condition": "good", "parts": ["Charger"], "wipe_agreed": "on", "signed_name": "Bo Rower", "effect": "lot"},
        follow=True,
    )
    assert "is back. It waits to be wiped." in answer.content.decode()


@pytest.mark.parametrize(
    ("label", "words"),
    [("BD-99999", "is not in our stock"), ("XX/LIB/77", "another library"), ("<script>", "another library"),
     ("9" * 500, "another library"), ("\0", "")],
)  # fmt: skip
def test_a_label_that_is_not_ours(label, words, form, at_counter):
    page = at_counter.get(HOME, {"label": label})
    assert page.status_code == 200
    assert words in page.content.decode()
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [(lending(signed_name=""), "They must write their name to sign"),
     (lending(**{"due_on-year": "soon"}), "Enter the day it is due back in numbers"),
     (lending(**{"due_on-year": "2020"}), "Enter a day after the day it is lent"),
     (lending(**{"due_on-year": "2090"}), "Enter a day within 12 months"),
     (lending(condition="eaten"), "Choose how it is"),
     (lending(**{"lent_on-day": "1", "lent_on-month": "1", "lent_on-year": "2020"}), "It was checked on"),
     (lending(**{"lent_on-day": "1", "lent_on-month": "1", "lent_on-year": "2090"}), "still to come"),
     ({}, "Enter the day it is due back")],
)  # fmt: skip
def test_what_cannot_be_lent_says_why_and_keeps_what_was_typed(typed, words, kept, at_counter):
    page = at_counter.post(f"{HOME}{kept.device.tag}/lend/", typed)
    text = page.content.decode()
    assert page.status_code in (200, 422)
    assert words in text, main(page)
    assert not Loan.objects.exists()
    if typed.get("signed_name"):
        assert 'value="Bo Rower"' in text


def test_an_act_that_is_not_for_its_state(kept, at_counter):
    tag = kept.device.tag
    for act in ("take-back", "wipe", "check", "renew", "remind", "give", "repair", "nonsense"):
        answer = at_counter.post(f"{HOME}{tag}/{act}/", {"note": "So", "condition": "good"})
        assert answer.status_code in (302, 404), act
    kept.device.refresh_from_db()
    assert kept.device.state == "offered"


def test_signed_on_the_borrowers_own_phone(kept, at_counter):
    tag = kept.device.tag
    shown = at_counter.post(f"{HOME}{tag}/sign/", follow=True).content.decode()
    link = re.search(r"/sign/[\w-]+/", shown).group()
    assert "<svg" in shown
    phone = Client()
    page = phone.get(link).content.decode()
    assert "I will give it back by" in page
    assert "Tick the box if you agree" in phone.post(link, {"name": "Bo Rower"}).content.decode()
    assert "Thank you, you have signed" in phone.post(link, {"name": "Bo Rower", "agree": "on"}).content.decode()
    assert phone.get(link).status_code == 410
    assert phone.get("/sign/made-up-token/").status_code == 410
    assert Handover.objects.get().signed_name == "Bo Rower"
    answer = at_counter.post(f"{HOME}{tag}/lend/", lending(signed_name=""), follow=True)
    assert "is lent to" in answer.content.decode()
    assert Loan.objects.get().signed_how == "phone"


def main(page):
    text = page.content.decode()
    return re.sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main")])


def test_a_list_with_faults_is_reported_line_by_line(form, amy, at_counter):
    world.device(amy, tag="BD-00001", serial="ABC1")
    rows = ("tag,kind,serial,cost\nBD-00002,laptop,ABC2,199.99\nBD-00001,laptop,ABC3,\nBD-00003,spaceship,,\n"
            "BD-00004,tablet,ABC2,\nBD-00005,Tablet,ABC5,£12\n")  # fmt: skip
    page = at_counter.post(HOME + "import/", {"file": SimpleUploadedFile("list.csv", rows.encode("utf-16"))})
    text = page.content.decode()
    assert page.status_code in (200, 422)
    for words in ("is in stock already", "“spaceship” is no kind", "The serial is the same as on line 2"):
        assert words in text, main(page)
    assert set(Device.objects.values_list("tag", flat=True)) in ({"BD-00001"}, {"BD-00001", "BD-00002", "BD-00005"})


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00" * 100, b"a,b\n1,2\n", b"tag,kind\nlabel,laptop\n"])
def test_a_file_that_is_no_list(data, form, at_counter):
    page = at_counter.post(HOME + "import/", {"file": SimpleUploadedFile("list.csv", data)})
    assert page.status_code in (200, 422)
    assert not Device.objects.exists()


def test_a_stock_take_finds_misses_and_wonders(form, amy, at_counter):
    here, missing = world.device(amy), world.device(amy)
    elsewhere = world.device(amy, site="Marple Library")
    assert at_counter.post(HOME + "takes/", {"site": "Central Library"}).status_code == 302
    take = StockTake.objects.get()
    for label in (here.tag, here.tag, elsewhere.tag):
        at_counter.post(f"{HOME}takes/{take.pk}/", {"label": label})
    page = at_counter.get(f"{HOME}takes/{take.pk}/").content.decode()
    assert missing.tag in page
    assert elsewhere.tag in page


def test_labels_are_drawn_here(form, amy, at_counter):
    found = world.device(amy)
    page = at_counter.get(HOME + "labels/", {"tag": [found.tag]}).content.decode()
    assert found.tag in page
    assert "<svg" in page


def test_a_donation_becomes_stock(form, amy, ben, at_counter):
    at_counter.post(
        HOME + "donations/offer/", {"donor": "A company", "kind": "laptop", "maker": "Dell", "model": "5420"}
    )
    gift = Donation.objects.get()
    steps = [
        ("collect", {"collected_on-day": "1", "collected_on-month": "1", "collected_on-year": "2026"}),
        ("assess", {"good": "yes", "assessment": "Works"}),
        ("wipe", {"method": "erase", "certificate": "C-1"}),
        ("take-in", {"tag": "BD-00777", "grade": "A", "serial": "S-777", "site": "Central Library"}),
    ]
    for name, typed in steps:
        Donation.objects.update(offered_on="2025-12-01")
        answer = at_counter.post(f"{HOME}donations/{gift.pk}/{name}/", typed)
        assert answer.status_code == 302, answer.content.decode()
    assert Device.objects.get(tag="BD-00777").state == "quarantine"


def test_data_goes_to_whom_the_rule_allows(form, amy, at_counter):
    request = world.approved(form, amy)
    by = {"use_by-day": "1", "use_by-month": "1", "use_by-year": "2030"}
    packet = {"number": "8944100", "kind": "sim", "network": "Three", "gigabytes": "20", "months": "6"}
    at_counter.post(HOME + "data/add/", packet | by)
    item = DataItem.objects.get()
    typed = {"reference": request.case.reference, "rules": ["adult"]}
    refused = at_counter.post(f"{HOME}data/{item.pk}/issue/", typed)
    assert refused.status_code in (200, 422)
    assert DataItem.objects.get().person is None
    typed["rules"] = ["adult", "low_income", "not_enough"]
    assert at_counter.post(f"{HOME}data/{item.pk}/issue/", typed).status_code == 302
    assert DataItem.objects.get().person == request.case.person


def test_the_counter_asks_little_of_the_database(kept, at_counter, django_assert_max_num_queries):
    telling.settle()
    at_counter.get(HOME)  # what every page reads once and keeps
    with django_assert_max_num_queries(11):
        at_counter.get(HOME)
    with django_assert_max_num_queries(12):
        at_counter.get(f"{HOME}{kept.device.tag}/")


def test_a_partner_sees_their_allotment_and_the_people_they_sent(form, amy, ben):
    sender, other = people.partner("open-door"), people.partner("somebody-else")
    device = world.ready(amy, ben)
    actions.hold_for(device=device, organisation=sender.organisation, by=amy)
    case = world.asked(form, world.person(name="Nia Sent"), partner=sender.organisation)
    casework.move(case=case, move="approve", by=amy)
    telling.settle()
    page = signed_in(sender, factor=None).get("/alliance/devices/").content.decode()
    assert "Nia Sent" in page
    assert "Kept for them" in page
    assert device.tag in page
    loan = world.lend(world.offer(Request.objects.get(case=case)), amy)
    assert loan.referrer == sender.organisation
    page = signed_in(sender, factor=None).get("/alliance/devices/").content.decode()
    assert page.count("Nia Sent") == 1
    strange = signed_in(other, factor=None).get("/alliance/devices/").content.decode()
    assert "Nia Sent" not in strange
    assert device.tag not in strange
    for client, status in ((signed_in(people.resident(), factor=None), 403), (signed_in(amy), 403), (Client(), 302)):
        assert client.get("/alliance/devices/").status_code == status


def test_from_a_case_to_the_counter(kept, at_counter):
    page = at_counter.get(f"/work/cases/{kept.request.case.reference}/").content.decode()
    assert f'href="{HOME}{kept.device.tag}/">{kept.device.tag} at the counter' in page
    colleague = signed_in(people.officer("digital-inclusion"))
    assert "at the counter" not in colleague.get(f"/work/cases/{kept.request.case.reference}/").content.decode()
