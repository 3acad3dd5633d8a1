"""A limit counts within its window, and starts anew after it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from borough.foundations.limits.actions import hit, purge
from borough.foundations.limits.models import Window
from tests.foundations.together import at_once

NOW = timezone.now()


def try_it(who="192.0.2.1", scope="sign-in", now=NOW):
    return hit(scope=scope, who=who, most=2, seconds=60, now=now)


@pytest.mark.django_db
def test_the_third_is_too_many():
    assert [try_it(), try_it(), try_it()] == [True, True, False]


@pytest.mark.django_db
def test_the_window_ends():
    for _ in range(3):
        try_it()
    assert not try_it(now=NOW + timedelta(seconds=59))
    assert try_it(now=NOW + timedelta(seconds=60))


@pytest.mark.django_db
def test_everybody_and_everything_is_counted_apart():
    for _ in range(3):
        try_it()
    assert try_it(who="192.0.2.2")
    assert try_it(scope="upload")


@pytest.mark.django_db
def test_it_is_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        try_it()


@pytest.mark.django_db
def test_who_is_not_kept():
    try_it(who="sam@example.org")
    [window] = Window.objects.all()
    assert window.key.startswith("sign-in:")
    assert "sam" not in window.key


@pytest.mark.django_db
def test_ended_windows_are_forgotten():
    try_it()
    try_it(who="192.0.2.2", now=NOW + timedelta(seconds=1))
    assert purge(now=NOW + timedelta(seconds=60)) == 1
    assert Window.objects.count() == 1


@pytest.mark.django_db
def test_the_table_is_unlogged():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'limits_window'")
        assert cursor.fetchone()[0] in ("u", b"u")


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_count_to_twenty():
    allowed = at_once(20, lambda number: hit(scope="send", who="192.0.2.1", most=7, seconds=60))
    assert sum(allowed) == 7
    assert Window.objects.get().count == 20
