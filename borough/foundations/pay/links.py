"""The link to an order's own page: it opens that page and nothing else, and nothing of it is kept.

It is signed, not stored. Whoever has it can see the amount and pay it, so it is made to be sent to people.
"""

from datetime import timedelta

from django.core import signing

from .models import Order

LASTS = timedelta(days=90)
_signer = signing.TimestampSigner(sep=".", salt="borough.pay")


def path(order: Order) -> str:
    return f"/pay/{_signer.sign(str(order.pk))}/"


def opened(token: str) -> Order | None:
    """The order whose link this is; None if the link is too old or not ours."""
    try:
        number = _signer.unsign(token, max_age=LASTS)
    except signing.BadSignature:
        return None
    return Order.objects.select_related("paid_by").filter(pk=int(number)).first()
