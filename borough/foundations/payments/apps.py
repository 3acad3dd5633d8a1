from django.apps import AppConfig


class Payments(AppConfig):
    name = "borough.foundations.payments"
    label = "payments"

    def ready(self):
        from . import keys  # noqa: F401  says where sealed payees are
