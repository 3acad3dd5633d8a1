"""`kill -9` of a web worker in the middle of sending: what was acknowledged is there once, and so is a retry."""

import threading
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection
from django.test import Client

from borough.casework.models import Case
from borough.forms.models import Journey, Submission
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message
from tests.foundations.together import eventually

from .. import made
from .webprocess import web

pytestmark = pytest.mark.django_db(transaction=True)
SEND = "/apply/borrow-a-bike/send"
COOKIE = "form-borrow-a-bike"
TABLES = [Journey, Submission, AuditEvent, Case, Message]  # as sending comes to them
DELAYS = [0, 0.01, 0.02, 0.04, 0.08]  # seconds


def filled_in() -> tuple[str, str]:
    """The cookie of a form that only needs to be sent."""
    client = Client()
    made.fill(client)
    return COOKIE, client.cookies[COOKIE].value


def elsewhere():
    """A connection of its own to the test database."""
    known = ("host", "port", "user", "password", "dbname")
    return psycopg.connect(**{k: v for k, v in connection.get_connection_params().items() if k in known})


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0"
        )
        return cursor.fetchone() is not None


def there_is(count) -> bool:
    return {model.objects.count() for model in (Submission, Case)} == {count} and (
        Message.objects.filter(key__startswith="received:").count() == count
    )


def sent_again(server, cookie) -> None:
    """The person presses Send again until they are told that we have it."""
    eventually(lambda: server.post(SEND, cookie) == 302, seconds=60, what="an answer to sending again")


def test_killed_at_any_step_nothing_is_half_done_and_a_retry_makes_one():
    made.publish(made.BIKE)
    with web() as server, ThreadPoolExecutor(1) as pool:
        for done, model in enumerate(TABLES):
            cookie = filled_in()
            with elsewhere() as blocking:
                blocking.execute(f'LOCK TABLE "{model._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')
                sending = pool.submit(server.post, SEND, cookie)
                eventually(somebody_waits, what=f"waiting for {model._meta.label}")
                server.kill_worker()
                assert sending.result(60) is None
            eventually(lambda done=done: there_is(done), what="the dead worker's transaction undone")
            sent_again(server, cookie)
            assert there_is(done + 1), model


def test_killed_at_any_moment_what_was_acknowledged_is_there_once():
    made.publish(made.BIKE)
    with web() as server, ThreadPoolExecutor(1) as pool:
        for done, delay in enumerate(DELAYS):
            cookie = filled_in()
            sending = pool.submit(server.post, SEND, cookie)
            threading.Event().wait(delay)
            server.kill_worker()
            if sending.result(60) == 302:
                assert there_is(done + 1), delay
            eventually(server.answers, what="a new worker")
            sent_again(server, cookie)
            assert there_is(done + 1), delay
