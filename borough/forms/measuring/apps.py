from django.apps import AppConfig


class Measuring(AppConfig):
    name = "borough.forms.measuring"
    label = "measuring"

    def ready(self):
        from borough.foundations.measures import registry

        from . import measures, overall

        registry.provide(measures.of_services)
        overall.declare()
