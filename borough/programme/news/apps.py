from django.apps import AppConfig


class News(AppConfig):
    name = "borough.programme.news"
    label = "news"

    def ready(self):
        from . import counting

        counting.declare()
