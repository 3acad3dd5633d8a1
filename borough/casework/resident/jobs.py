from borough.foundations.schedule.registry import every

from .codes import purge

every("37 3 * * *", name="casework.access_codes")(purge)
