from datetime import timedelta

from django.utils import timezone

from borough.foundations.schedule.registry import every

from .actions import forget_words

KEPT = timedelta(days=365)


@every("50 3 * * *", name="measuring.words")
def words():
    """What people wrote of a service is read within the year; after that the scores are enough."""
    forget_words(before=timezone.localdate() - KEPT)
