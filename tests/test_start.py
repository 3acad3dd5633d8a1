"""A borough starts: settings load, every room is installed."""

from django.apps import apps


def test_every_room_is_installed():
    assert {app.label for app in apps.get_app_configs()} >= {"audit", "people", "outbox", "forms", "casework"}
