from django.apps import AppConfig


class Casework(AppConfig):
    name = "borough.casework"
    label = "casework"

    def ready(self):
        from . import connections

        connections.connect()
