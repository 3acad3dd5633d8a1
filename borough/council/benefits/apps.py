from django.apps import AppConfig


class Benefits(AppConfig):
    name = "borough.council.benefits"
    label = "benefits"
