from django.apps import AppConfig


class Feedback(AppConfig):
    name = "borough.programme.feedback"
    label = "feedback"

    def ready(self):
        from . import actions  # noqa: F401  registers what the workflow names
