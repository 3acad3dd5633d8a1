from django.apps import AppConfig


class Alerts(AppConfig):
    name = "borough.foundations.alerts"
    label = "alerts"

    def ready(self):
        from . import receivers  # noqa: F401
