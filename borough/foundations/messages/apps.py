from django.apps import AppConfig


class Messages(AppConfig):
    name = "borough.foundations.messages"
    label = "outbox"

    def ready(self):
        from borough.foundations.keeping import queries as keeping

        from . import privacy, queries

        privacy.register()
        keeping.register(queries.needed)
