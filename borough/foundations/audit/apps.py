from django.apps import AppConfig


class Audit(AppConfig):
    name = "borough.foundations.audit"
    label = "audit"
