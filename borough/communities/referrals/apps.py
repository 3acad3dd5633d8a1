from django.apps import AppConfig


class Referrals(AppConfig):
    name = "borough.communities.referrals"
    label = "referrals"

    def ready(self):
        from borough.forms.retention import kinds
        from borough.foundations.people import registry as people

        from . import counting, holding

        people.holders.register("referrals", export=holding.export, erase=holding.erase)
        kinds.register(holding.KIND, holding.CALLS)
        counting.declare()
