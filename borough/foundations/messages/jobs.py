from borough.foundations.schedule.registry import every

from .actions import purge
from .delivery import sweep

every("* * * * *", name="messages.sweep")(sweep)
every("40 3 * * *", name="messages.purge")(purge)
