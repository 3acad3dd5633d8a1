from borough.foundations.schedule.registry import every

from .delivery import sweep

every("* * * * *", name="messages.sweep")(sweep)
