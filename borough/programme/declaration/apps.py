from django.apps import AppConfig


class Declaration(AppConfig):
    name = "borough.programme.declaration"
    label = "declaration"
