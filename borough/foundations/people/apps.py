from django.apps import AppConfig


class People(AppConfig):
    name = "borough.foundations.people"
    label = "people"
