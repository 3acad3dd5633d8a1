from borough.foundations.schedule.registry import every

from .actions import purge
from .delivery import sweep

every("* * * * *", name="webhooks.sweep")(sweep)
every("44 3 * * *", name="webhooks.purge")(purge)
