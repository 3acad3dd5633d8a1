from django.apps import AppConfig


class Devices(AppConfig):
    name = "borough.communities.devices"
    label = "devices"

    def ready(self):
        from . import connections

        connections.connect()
