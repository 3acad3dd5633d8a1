"""Where forms join the rooms below."""

from borough.foundations.people import registry as people


def connect() -> None:
    """Called once, when the app is ready."""
    from . import holding, rekeying

    rekeying.register()
    people.holders.register("forms", export=holding.export, erase=holding.erase)
