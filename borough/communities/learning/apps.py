from django.apps import AppConfig


class Learning(AppConfig):
    name = "borough.communities.learning"
    label = "learning"

    def ready(self):
        from borough.foundations.people import registry as people

        from . import counting, holding

        people.holders.register("learning", export=holding.export, erase=holding.erase)
        counting.declare()
