from django.apps import AppConfig


class Measures(AppConfig):
    name = "borough.foundations.measures"
    label = "measures"
