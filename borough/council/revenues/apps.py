from django.apps import AppConfig


class Revenues(AppConfig):
    name = "borough.council.revenues"
    label = "revenues"
