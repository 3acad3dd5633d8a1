"""Where forms join the rooms below."""

from borough.foundations.people import registry as people


def connect() -> None:
    """Called once, when the app is ready."""
    from . import copying, holding, hooks, rekeying, webhooks
    from .definition import sections
    from .retention import journeys, kinds

    sections.register(webhooks.SECTION, list[webhooks.Webhook], check=webhooks.check)
    sections.register(copying.SECTION, copying.Copy, check=copying.check)
    hooks.submitted.register(webhooks.submitted)
    hooks.submitted.register(copying.submitted)
    rekeying.register()
    kinds.register(*journeys.KINDS)
    people.holders.register("forms", export=holding.export, erase=holding.erase, names=holding.names)
