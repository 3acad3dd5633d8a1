from django.apps import AppConfig


class Limits(AppConfig):
    name = "borough.foundations.limits"
    label = "limits"
