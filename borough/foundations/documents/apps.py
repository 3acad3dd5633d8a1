from django.apps import AppConfig


class Documents(AppConfig):
    name = "borough.foundations.documents"
    label = "documents"
