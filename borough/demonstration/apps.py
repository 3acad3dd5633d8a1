from django.apps import AppConfig


class Demonstration(AppConfig):
    name = "borough.demonstration"
    label = "demonstration"

    def ready(self):
        from borough.foundations.pay import providers

        from .pay import provider

        providers.register(provider.NAME, provider)
