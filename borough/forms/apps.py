from django.apps import AppConfig


class Forms(AppConfig):
    name = "borough.forms"
    label = "forms"

    def ready(self):
        from . import connections

        connections.connect()
