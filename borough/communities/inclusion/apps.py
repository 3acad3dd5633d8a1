from django.apps import AppConfig


class Inclusion(AppConfig):
    name = "borough.communities.inclusion"
    label = "inclusion"

    def ready(self):
        from borough.foundations.people import registry as people

        from . import counting, holding

        people.holders.register("inclusion", export=holding.export, erase=holding.erase)
        counting.declare()
