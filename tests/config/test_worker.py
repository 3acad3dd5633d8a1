"""`borough worker`: does what is due, stops when told, and outlives a database that goes away."""

import signal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django_tasks import task

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.messages.actions import send
from borough.foundations.messages.models import Message
from borough.foundations.schedule.models import Schedule
from tests.foundations.together import eventually
from tests.foundations.workerprocess import worker

pytestmark = pytest.mark.django_db(transaction=True)


@task
def leave_a_mark():
    Message.objects.update(about="marked")


def write():
    return send(channel="email", to="sam@example.org", body="Ready.", by=SYSTEM)


def is_sent(message):
    return Message.objects.filter(pk=message.pk, status="sent").exists()


OTHERS = (
    "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND backend_type = 'client backend'"
)


def connections():
    """How many there are but our own: one for each worker that has started."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {OTHERS}")
        return cursor.fetchone()[0]


def kill_connections():
    """What a database that restarts does to a worker: every connection but our own ends."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(pg_terminate_backend(pid)) {OTHERS}")
        return cursor.fetchone()[0]


def test_once_does_all_that_is_due_and_ends():
    message = write()
    leave_a_mark.enqueue()
    call_command("worker", "--once", stdout=StringIO(), stderr=StringIO())
    message.refresh_from_db()
    assert (message.status, message.about) == ("sent", "marked")
    assert Schedule.objects.filter(name="messages.sweep").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_when_told(number):
    message = write()
    with worker() as process:
        eventually(lambda: is_sent(message), what="sending")
        process.send_signal(number)
        assert process.wait(10) == 0


def test_it_outlives_the_database_going_away():
    first = write()
    with worker() as process:
        eventually(lambda: is_sent(first), what="sending")
        eventually(kill_connections, what="being at work")  # between two rounds it has none
        second = write()
        eventually(lambda: is_sent(second), what="sending again")
        process.terminate()
        assert process.wait(10) == 0


def test_two_workers_send_each_message_once():
    with worker() as one, worker() as two:
        eventually(lambda: connections() == 2, what="starting")
        messages = [write() for _ in range(30)]
        eventually(lambda: all(map(is_sent, messages)), what="sending all")
        for process in (one, two):
            process.terminate()
            assert process.wait(10) == 0
    assert not Message.objects.exclude(attempts=1).exists()
