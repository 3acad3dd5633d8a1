from django.apps import AppConfig


class Strategy(AppConfig):
    name = "borough.programme.strategy"
    label = "strategy"
