"""Where forms join the rooms below."""

from borough.foundations.pay import hooks as pay
from borough.foundations.people import registry as people


def connect() -> None:
    """Called once, when the app is ready."""
    from . import copying, fees, holding, hooks, rekeying, webhooks
    from .definition import sections
    from .retention import journeys, kinds, previews
    from .views import paying

    sections.register(webhooks.SECTION, list[webhooks.Webhook], check=webhooks.check)
    sections.register(copying.SECTION, copying.Copy, check=copying.check)
    sections.register(fees.SECTION, list[fees.Fee], check=fees.check)
    hooks.submitted.register(fees.submitted)  # before anything that may say what is owed
    pay.ends(paying.end)
    pay.tells_next(paying.what_next)
    pay.translates(paying.words)
    hooks.submitted.register(webhooks.submitted)
    hooks.submitted.register(copying.submitted)
    rekeying.register()
    kinds.register(*journeys.KINDS, previews.KIND)
    people.holders.register("forms", export=holding.export, erase=holding.erase, names=holding.names)
