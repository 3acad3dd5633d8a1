from django.apps import AppConfig


class Config(AppConfig):
    name = "borough.config"
    label = "config"
