from django.apps import AppConfig


class Messages(AppConfig):
    name = "borough.foundations.messages"
    label = "outbox"

    def ready(self):
        from . import privacy

        privacy.register()
