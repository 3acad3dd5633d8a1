"""What people's accounts need every day."""

from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from . import actions
from .models import User


@every("5 0 * * *", name="people.leavers")
def leavers():
    """Close the accounts of those whose last day was yesterday."""
    for user in User.objects.filter(is_active=True, left_on__lte=timezone.localdate()):
        actions.let_go(user=user, by=SYSTEM)
