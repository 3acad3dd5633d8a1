from django.apps import AppConfig


class Performance(AppConfig):
    name = "borough.programme.performance"
    label = "performance"

    def ready(self):
        from borough.foundations.measures import registry

        from . import measures

        registry.provide(measures.of_services)
