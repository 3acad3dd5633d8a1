from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from . import actions
from .retention import delete_due
from .retention.journeys import KINDS


@every("20 3 * * *", name="forms.retention")
def retention():
    """Journeys, once their service's time for them is up. Other rooms see to their own."""
    delete_due(by=SYSTEM, only=KINDS)
    actions.forget_strays(by=SYSTEM)
