from django.apps import AppConfig


class Casework(AppConfig):
    name = "borough.casework"
    label = "casework"
