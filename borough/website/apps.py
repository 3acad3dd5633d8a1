from django.apps import AppConfig


class Website(AppConfig):
    name = "borough.website"
    label = "website"
