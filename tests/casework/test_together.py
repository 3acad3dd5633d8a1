"""Two officers at once: the second gets a clear message, and nothing is overwritten."""

import threading

import pytest
from django.db import connection, transaction

from borough.casework import actions
from borough.casework.models import Case
from borough.casework.refusals import Refused, StaleCase

from . import world

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def start():
    form = world.publish()
    return world.case(form), world.officer("Ann"), world.officer("Bob", "approver")


def at_once(*acts):
    """Run every act in a thread of its own; what each returned or raised."""
    results, ready = [None] * len(acts), threading.Barrier(len(acts))

    def run(at, act):
        try:
            ready.wait(timeout=20)
            results[at] = act()
        except Exception as fault:
            results[at] = fault
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(at, act)) for at, act in enumerate(acts)]
    [thread.start() for thread in threads]
    [thread.join(timeout=60) for thread in threads]
    return results


def test_of_many_moves_at_once_one_is_made(start):
    case, ann, bob = start
    results = at_once(
        *[lambda by=by: actions.move(case=case, move="check", by=by, revision=1) for by in (ann, bob) * 4]
    )
    made = [result for result in results if isinstance(result, Case)]
    assert len(made) == 1
    assert all(isinstance(result, StaleCase | Case) for result in results), results
    assert case.timeline.filter(kind="moved").count() == 1
    assert Case.objects.get(pk=case.pk).revision == 2


def test_while_one_holds_the_case_the_other_is_told(start):
    case, ann, bob = start
    held, told = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            actions.note(case=case, text="I am on it", by=bob)
            held.set()
            told.wait(timeout=20)

    def meet():
        held.wait(timeout=20)
        try:
            return actions.move(case=case, move="check", by=ann, revision=1)
        finally:
            told.set()

    _, met = at_once(hold, meet)
    assert isinstance(met, StaleCase)
    assert "at this moment" in str(met)
    assert Case.objects.get(pk=case.pk).state == "received"


def test_notes_of_two_are_both_kept_or_told(start):
    case, ann, bob = start
    results = at_once(*[lambda by=by: actions.note(case=case, text=f"By {by}", by=by) for by in (ann, bob)])
    kept = case.timeline.filter(kind="note").count()
    assert kept == sum(not isinstance(result, Refused) for result in results) >= 1


def test_merging_two_into_each_other_at_once_leaves_no_circle(start):
    case, ann, bob = start
    other = world.case(world.publish())
    at_once(
        lambda: actions.merge(case=case, into=other, by=ann),
        lambda: actions.merge(case=other, into=case, by=bob),
    )
    one, two = Case.objects.get(pk=case.pk), Case.objects.get(pk=other.pk)
    assert not (one.merged_into_id and two.merged_into_id)


def test_the_page_says_so_and_keeps_what_was_typed(start, client):
    case, ann, bob = start
    world.sign_in(client, ann)
    actions.note(case=case, text="Rang them", by=bob)
    where = f"/work/cases/{case.reference}/moves/ask/"
    response = client.post(where, {"revision": "1", "reason": "Send us the lease"})
    assert response.status_code == 409
    html = response.content.decode()
    assert "This case changed after you opened it: Bob did" in html
    assert "Send us the lease" in html
    assert client.post(where, {"revision": "2", "reason": "Send us the lease"}).status_code == 302
