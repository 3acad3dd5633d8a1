from django.apps import AppConfig


class Figures(AppConfig):
    name = "borough.programme.figures"
    label = "figures"

    def ready(self):
        from . import counting

        counting.declare()
