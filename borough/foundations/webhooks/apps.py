from django.apps import AppConfig


class Webhooks(AppConfig):
    name = "borough.foundations.webhooks"
    label = "webhooks"

    def ready(self):
        from borough.foundations.keeping import queries as keeping

        from . import queries, rekeying

        rekeying.register()
        keeping.register(queries.needed)
