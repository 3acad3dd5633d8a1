from borough.foundations.schedule.registry import every

from .actions import purge

every("37 3 * * *", name="codes.purge")(purge)
