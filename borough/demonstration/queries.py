"""What the demonstration's own pages read."""

from django.db.models import Q

from borough.foundations.gazetteer.models import Address
from borough.foundations.messages.models import Message


def messages(sought: str = ""):
    """Every message, newest first, each with its `.shown` (or none): to, about or saying `sought`."""
    found = Message.objects.select_related("shown").order_by("-created_at", "-pk")
    if sought:
        found = found.filter(Q(to__icontains=sought) | Q(about__icontains=sought) | Q(subject__icontains=sought))
    return found


def postcodes(count: int = 3) -> list[str]:
    """Some that a visitor may try."""
    return list(Address.objects.order_by("postcode").values_list("postcode", flat=True).distinct()[:count])
