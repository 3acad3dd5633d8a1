from django.apps import AppConfig


class Demonstration(AppConfig):
    name = "borough.demonstration"
    label = "demonstration"
