from django.apps import AppConfig


class Pay(AppConfig):
    name = "borough.foundations.pay"
    label = "pay"

    def ready(self):
        from borough.foundations.keeping import queries as keeping

        from . import queries

        keeping.register(queries.needed)
