"""`borough doctor` finds what is wrong and says what to do."""

import socket
from datetime import timedelta
from unittest import mock

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from borough.config import doctor
from borough.foundations.messages.models import Message
from borough.foundations.schedule.models import Schedule

pytestmark = pytest.mark.django_db


def finding(name):
    return next(finding for finding in doctor.examine() if finding.name == name)


def test_a_fault_never_hides_another():
    with mock.patch.object(connection, "cursor", side_effect=OperationalError("no")):
        findings = doctor.examine()
    assert len(findings) == len(doctor.checks)
    assert not next(each for each in findings if each.name == "database").ok


def test_every_fault_says_what_to_do():
    assert all(each.todo for each in doctor.examine() if not each.ok)


def test_a_worker_that_never_ran():
    assert (finding("worker").ok, finding("worker").todo) == (False, "Start `borough worker`.")


def test_a_worker_that_stopped():
    Schedule.objects.create(name="x.y", cron="* * * * *", due_at=timezone.now() - timedelta(minutes=30))
    assert "30 minutes late" in finding("worker").found


def test_a_worker_at_work():
    Schedule.objects.create(name="x.y", cron="* * * * *", due_at=timezone.now())
    assert finding("worker").ok


def test_a_job_that_fails():
    Schedule.objects.create(name="x.y", cron="* * * * *", due_at=timezone.now(), last_error="ValueError")
    assert finding("worker").found == "failing: x.y"


def test_messages_left_behind():
    long_ago = timezone.now() - timedelta(hours=2)
    Message.objects.create(channel="email", to="a@example.org", body="x", due_at=long_ago)
    Message.objects.create(channel="email", to="a@example.org", body="x", status="failed")
    assert finding("messages").found == "1 not sent, 1 waiting for more than an hour"


def test_a_mail_server_that_is_away(settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.MESSAGES_EMAIL, settings.EMAIL_HOST, settings.EMAIL_PORT = "smtp", "127.0.0.1", free.getsockname()[1]
    assert "ConnectionRefusedError" in finding("e-mail").found


def test_a_key_that_everybody_knows(settings):
    settings.DEMONSTRATION = settings.PREPARE_ON_START = False
    settings.KEYS = ["development-only-development-only"]
    assert finding("keys").found == "everybody knows one of them"


def test_a_disk_that_is_full():
    with mock.patch("shutil.disk_usage", return_value=mock.Mock(free=1 << 20)):
        assert finding("disk").found == "1 MB left"


def test_json_is_only_json_and_a_fault_ends_in_1(capsys):
    import json

    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--json")
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is False
    assert {"name", "ok", "found", "todo"} == set(told["findings"][0])
