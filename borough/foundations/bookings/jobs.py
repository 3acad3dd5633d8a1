from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from . import actions


@every("41 3 * * *", name="bookings.forget_holds")
def forget_holds():
    actions.forget_holds(by=SYSTEM)
