from django.apps import AppConfig


class Gazetteer(AppConfig):
    name = "borough.foundations.gazetteer"
    label = "gazetteer"
