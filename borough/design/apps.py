from django.apps import AppConfig


class Design(AppConfig):
    name = "borough.design"
    label = "design"
