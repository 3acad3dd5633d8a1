from django.apps import AppConfig


class Keeping(AppConfig):
    name = "borough.foundations.keeping"
    label = "keeping"
