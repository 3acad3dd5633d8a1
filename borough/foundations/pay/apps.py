from django.apps import AppConfig


class Pay(AppConfig):
    name = "borough.foundations.pay"
    label = "pay"
