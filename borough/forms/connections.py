"""Where forms join the rooms below."""

from borough.foundations.people import registry as people


def connect() -> None:
    """Called once, when the app is ready."""
    from . import holding, hooks, rekeying, webhooks
    from .definition import sections

    sections.register(webhooks.SECTION, list[webhooks.Webhook], check=webhooks.check)
    hooks.submitted.register(webhooks.submitted)
    rekeying.register()
    people.holders.register("forms", export=holding.export, erase=holding.erase)
