from django.apps import AppConfig


class Alliance(AppConfig):
    name = "borough.communities.alliance"
    label = "alliance"

    def ready(self):
        from borough.casework import links

        from . import counting, policy

        links.register(policy.officers_link)
        counting.declare()
