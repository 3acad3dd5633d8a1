"""How fast the counter of a large device library is, beside one of a tenth of its size, in one run."""

from django.conf import settings
from django.db.models import Count
from django.test import Client

from borough.casework.models import Case
from borough.communities.devices.models import Clearance, Device, Loan, Offer, Request
from borough.demonstration import load
from borough.foundations.people.models import Person
from borough.foundations.scratch import scratch_database

from . import clock
from .copies import STEP, copy, moved

LATER = 100_000  # the first number of copies that are loans of earlier years
WHO = "amina.yusuf"  # works at the counter of the demonstration
STATES = ("available", "offered", "on_loan", "quarantine", "wiped", "repair")
PERSON = "md5(o.person_id::text || k)::uuid"
PEOPLE = {Person: {"id": "md5(o.id::text || k)::uuid", "user_id": "NULL", "created_at": "'1990-01-01'"}}
FIRST = {Person: "o.created_at > '1990-01-02'"}  # those of the demonstration, and no copies


def measure(say, *, devices: int, loans: int, people: int, times: int) -> dict:
    """{tenth, whole, pages}: how large each was, and what each page cost in both."""
    settings.DEBUG = False  # as in production: nothing is kept of queries, and templates are compiled once
    with scratch_database(say):
        load.load(say=lambda line: None)
        whole = {"devices": copies(Device, devices), "loans": copies(Loan, loans), "people": copies(Person, people)}
        tenth = {name: max(many // 10, 1) for name, many in whole.items()}
        say("Growing the library to a tenth")
        grow(dict.fromkeys(whole, 0), tenth)
        small = sizes()
        before = pages(times)
        say("Growing it to the whole")
        grow(tenth, whole)
        after = pages(times)
        return {
            "tenth": small,
            "whole": sizes(),
            "pages": {name: {"tenth": before[name], "whole": after[name]} for name in after},
        }


def copies(model, wanted: int) -> int:
    """How many copies of the demonstration's rows make so many in all."""
    return max(-(-wanted // model.objects.count()) - 1, 0)


def grow(had: dict, wanted: dict) -> None:
    """Copy the demonstration's library from `had` times to `wanted` times."""
    copy(PEOPLE, had["people"] + 1, wanted["people"], where=FIRST)
    originals = _originals(Device, Clearance, Case, Request, Offer, Loan)
    copy(library(), had["devices"] + 1, wanted["devices"], where=originals)
    old = [max(size["loans"] - size["devices"], 0) for size in (had, wanted)]
    copy(earlier(wanted["devices"] + 1), old[0] + 1, old[1], where=_originals(Clearance, Loan))


def library() -> dict:
    """A whole library again: its devices and everything about them."""
    tag = "chr(65 + (k::int + 100) / 26) || chr(65 + mod(k::int + 100, 26)) || substr(o.tag, 3)"
    return {
        Device: moved("id", "clearance_id") | {"tag": tag, "serial": "o.serial || '-' || k", "imei": "''"},
        Clearance: moved("id", "device_id", "after_loan_id"),
        Case: moved("id") | {"submission_id": "NULL", "merged_into_id": "NULL", "person_id": PERSON,
                             "reference": "o.reference || k"},
        Request: moved("id", "case_id"),
        Offer: moved("id", "device_id", "request_id"),
        Loan: moved("id", "device_id", "request_id", "clearance_id") | _other_home(),
    }  # fmt: skip


def earlier(shelves: int) -> dict:
    """Loans of earlier years, of the devices that are there: each ended, and cleared up after."""
    back = f"make_interval(years => (k / {shelves})::int + 1)"
    device = {"device_id": f"o.device_id + mod(k, {shelves}) * {STEP}::bigint"}
    times = {name: f"o.{name} - {back}" for name in ("cleared_at", "lent_at", "signed_at")}
    ended = f"coalesce(o.ended_at, o.lent_at + interval '1 hour') - {back}"
    return {
        Clearance: moved("id", after=LATER) | device | {
            "after_loan_id": f"o.id + (k + {LATER}) * {STEP}::bigint", "after_ended_at": f"o.wiped_at - {back}",
            "wiped_at": f"o.wiped_at - {back}", "checked_at": f"o.checked_at - {back}",
        },
        Loan: moved("id", "clearance_id", after=LATER) | device | times | _other_home() | {
            "request_id": "NULL", "ended_at": ended, "ended": "'returned'", "ended_by_id": "o.lent_by_id",
            "due_on": f"(o.due_on - {back})::date",
        },
    }  # fmt: skip


def sizes() -> dict:
    return {model._meta.model_name: model.objects.count() for model in (Device, Loan, Person, Request)}


def pages(times: int) -> dict:
    """What each page of the counter costs, looked at by somebody who works there."""
    client = Client()
    client.post(f"/demonstration/become/{WHO}/", HTTP_HOST="localhost")
    some = {state: list(Device.objects.filter(state=state).values_list("tag", flat=True)[:times]) for state in STATES}
    busy = Loan.objects.values("device__tag").annotate(n=Count("pk")).order_by("-n").values_list("device__tag")[:5]
    addresses = {
        "counter": ["/work/devices/"], "queue": ["/work/devices/queue/"], "loans": ["/work/devices/loans/"],
        "overdue": ["/work/devices/loans/?show=late"], "stock": ["/work/devices/stock/"],
        "to wipe": ["/work/devices/stock/?state=quarantine"], "data": ["/work/devices/data/"],
        "donations": ["/work/devices/donations/"],
        "much lent": [f"/work/devices/{tag}/" for (tag,) in busy],
    }  # fmt: skip
    addresses |= {f"device, {state}": [f"/work/devices/{tag}/" for tag in tags] for state, tags in some.items() if tags}
    return {name: clock.page(client, wanted, times=times) for name, wanted in addresses.items()}


def _other_home() -> dict:
    return {"person_id": PERSON, "household": "md5(o.household || k)"}


def _originals(*models) -> dict:
    """Only rows of the demonstration itself are copied, not copies of them."""
    chosen = dict.fromkeys(models, f"o.id < {STEP}")
    if Case in chosen:
        chosen[Case] += " AND EXISTS (SELECT 1 FROM devices_request r WHERE r.case_id = o.id)"
    return chosen
