"""The resident's own steps: confirmed first, with a reason where one is asked."""

from borough.casework import actions
from borough.foundations.audit import queries as audit
from tests.casework import sample, world
from tests.people import resident, signed_in


def test_it_is_asked_first_and_then_done(sams, case, here, sam):
    page = sams.get(here).content.decode()
    assert f"{here}moves/withdraw/" in page
    assert "Withdraw</h1>" in sams.get(f"{here}moves/withdraw/").content.decode()
    case.refresh_from_db()
    assert case.is_open
    answer = sams.post(f"{here}moves/withdraw/", {"state": "received"})
    assert answer["Location"] == f"{here}?said=moved"
    assert "You took it back." in sams.get(here).content.decode()
    case.refresh_from_db()
    assert (case.state, case.outcome, case.is_open) == ("withdrawn", "withdrawn", False)
    event = audit.of(case).get(action="case.moved")
    assert (event.actor_kind, event.actor_id, event.actor_name) == ("resident", str(sam.pk), "Resident")


def test_what_changed_meanwhile_is_looked_at_first(sams, case, here, ann):
    actions.move(case=case, move="check", by=ann)
    answer = sams.post(f"{here}moves/withdraw/", {"state": "received"})
    assert answer["Location"] == f"{here}?said=changed"
    case.refresh_from_db()
    assert case.state == "checks"


def test_twice_is_once(sams, case, here):
    for _ in range(2):
        sams.post(f"{here}moves/withdraw/", {"state": "received"})
    assert case.timeline.filter(entered="withdrawn").count() == 1


def test_officers_steps_are_not_there(sams, here):
    for name in ("refuse", "answered", "nonsense"):
        assert sams.get(f"{here}moves/{name}/").status_code == 404
        assert sams.post(f"{here}moves/{name}/", {"state": "received"}).status_code == 404


def test_a_reason_where_one_is_required(db):
    workflow = sample.data()
    workflow["moves"]["withdraw"]["reason"] = "required"
    form = world.publish(sample.service(workflow=workflow))
    sam = resident(email="sam@example.org")
    case, sams = world.case(form, world.person(user=sam)), signed_in(sam, factor=None)
    there = f"/your-applications/{case.reference}/moves/withdraw/"
    assert "Tell us why" in sams.post(there, {"state": "received", "reason": " "}).content.decode()
    long = sams.post(there, {"state": "received", "reason": "a" * 10_000}).content.decode()
    assert "Make it 1,000 or fewer" in long
    assert "a" * 10_000 in long
    sams.post(there, {"state": "received", "reason": "I sold the shop"})
    assert case.timeline.get(entered="withdrawn").data["reason"] == "I sold the shop"
