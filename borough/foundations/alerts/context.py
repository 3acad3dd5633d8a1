from django.utils.functional import SimpleLazyObject

from . import queries


def alerts(request) -> dict:
    """Gives every page that is drawn for a request the alerts of the moment, looked up only if it shows them."""
    known = getattr(request, "alerts", None)  # of a page drawn without a database
    return {"alerts": SimpleLazyObject(queries.current) if known is None else known}
