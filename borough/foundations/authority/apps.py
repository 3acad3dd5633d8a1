from django.apps import AppConfig


class Authority(AppConfig):
    name = "borough.foundations.authority"
    label = "authority"

    def ready(self):
        from . import checks  # noqa: F401  Django runs what it registers
