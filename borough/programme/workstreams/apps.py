from django.apps import AppConfig


class Workstreams(AppConfig):
    name = "borough.programme.workstreams"
    label = "workstreams"

    def ready(self):
        from borough.casework import links

        from .policy import officers_link

        links.register(officers_link)
