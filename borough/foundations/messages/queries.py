"""Reading the outbox. Whoever calls says first who may see what: a message is as private as what it is about."""

from borough.foundations.outgoing import unsent

from .models import Message


def about(about: str):
    """Messages about one thing (`case:DEV-7QK-214`), oldest first."""
    return Message.objects.filter(about=about).order_by("created_at", "pk")


def failed():
    """Messages that nobody got, newest first: for officers' screen of failed messages."""
    return Message.objects.filter(status=Message.Status.FAILED).order_by("-created_at", "-pk")


def shown():
    """Messages the `shown` channel kept, newest first, each with `.shown.body`: for the demonstration's page."""
    return Message.objects.filter(shown__isnull=False).select_related("shown").order_by("-sent_at", "-pk")


def counts() -> dict[str, int]:
    """How many messages are in each status that has any: for `borough doctor`."""
    from django.db.models import Count

    return dict(Message.objects.values_list("status").annotate(Count("pk")).order_by())


def needed(abouts: list[str]) -> dict[str, str]:
    """Which of these a message is about that nobody has yet, for `keeping`. A secret one is not sent again."""
    rows = Message.objects.exclude(status=Message.Status.FAILED, sensitive=True)
    return unsent.about(rows, abouts, "A message about it has not been sent yet")
