from django.apps import AppConfig


class Webhooks(AppConfig):
    name = "borough.foundations.webhooks"
    label = "webhooks"

    def ready(self):
        from . import rekeying

        rekeying.register()
