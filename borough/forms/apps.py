from django.apps import AppConfig


class Forms(AppConfig):
    name = "borough.forms"
    label = "forms"
