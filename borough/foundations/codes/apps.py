from django.apps import AppConfig


class Codes(AppConfig):
    name = "borough.foundations.codes"
    label = "codes"
