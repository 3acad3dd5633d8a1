from django.apps import AppConfig


class Authority(AppConfig):
    name = "borough.foundations.authority"
    label = "authority"
