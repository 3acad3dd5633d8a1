from django.apps import AppConfig


class People(AppConfig):
    name = "borough.foundations.people"
    label = "people"

    def ready(self):
        from . import enrolment, receivers  # noqa: F401
