from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from .retention import delete_overdue


@every("20 3 * * *", name="forms.retention")
def retention():
    """Journeys nobody finished, once their service's time for them is up."""
    delete_overdue(by=SYSTEM)
