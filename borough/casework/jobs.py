"""Periodic work: each working morning, what an officer should know before they begin."""

from borough.foundations.schedule.registry import every

from . import digest


@every("30 7 * * 1-5", name="casework.digest")
def daily_digest():
    digest.send()
