from borough.foundations.schedule.registry import every

from .actions import purge

every("17 * * * *", name="limits.purge")(purge)
