"""What is held for a legal claim stays until that is lifted; who said so, when and why is in the audit trail."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.keeping import actions, queries
from borough.foundations.keeping.models import Hold

pytestmark = pytest.mark.django_db
CASE = "case:DEV-7QK-214"


def run(*args):
    out = StringIO()
    call_command("holds", *args, "--json", stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())


def test_held_until_lifted():
    actions.hold(about=CASE, reason="Claim 7", by=SYSTEM)
    actions.hold(about=CASE, reason="Again", by=SYSTEM)
    assert queries.why_kept([CASE, "case:DEV-222-222"]) == {CASE: "It is held for a legal claim or an inquiry"}
    assert actions.lift(about=CASE, by=SYSTEM)
    assert not actions.lift(about=CASE, by=SYSTEM)
    assert queries.why_kept([CASE]) == {}
    said = AuditEvent.objects.order_by("pk").values_list("action", "reason")
    assert list(said) == [("hold.placed", "Claim 7"), ("hold.lifted", "")]


def test_it_can_be_held_again():
    for _ in range(2):
        actions.hold(about=CASE, reason="Claim 7", by=SYSTEM)
        actions.lift(about=CASE, by=SYSTEM)
    assert Hold.objects.count() == 2


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([{"about": CASE, "reason": "a"}, {"about": CASE, "reason": "b"}], "held_once"),
        ([{"about": "", "reason": "a"}], "hold_says_what_and_why"),
        ([{"about": CASE, "reason": ""}], "hold_says_what_and_why"),
        ([{"about": CASE, "reason": "a", "lifted_at": "2020-01-01T00:00Z"}], "hold_is_over"),
    ],
)
def test_the_database_holds_to_it(rows, name):
    *before, last = rows
    Hold.objects.bulk_create([Hold(**row) for row in before])
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Hold.objects.create(**last)


def test_the_command():
    assert run("place", CASE, "--reason", "Claim 7")["held"] == CASE
    assert [row["about"] for row in run("list")["holds"]] == [CASE]
    assert run("lift", CASE) == {"lifted": CASE}
    assert run("list") == {"holds": []}
    assert AuditEvent.objects.get(action="hold.placed").actor_name.startswith("borough holds, run by ")


@pytest.mark.parametrize("about", ["DEV-7QK-214", "case:", "", "case:x; drop"])
def test_what_names_nothing_is_refused(about):
    with pytest.raises((CommandError, SystemExit)):
        call_command("holds", "place", about, "--reason", "x", stdout=StringIO(), stderr=StringIO())
    with pytest.raises((CommandError, SystemExit)):
        call_command("holds", "lift", CASE, stdout=StringIO(), stderr=StringIO())
