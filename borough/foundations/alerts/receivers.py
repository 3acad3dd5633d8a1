"""One that is saved or deleted is seen at once, by whoever asks this process."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from . import queries
from .models import Alert


@receiver([post_save, post_delete], sender=Alert)
def changed(**_):
    queries.forget()
