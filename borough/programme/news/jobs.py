from django.utils import timezone

from borough.foundations.schedule.registry import every

from . import actions, digest


@every("0 9 * * 4", name="news.digest")
def thursday():
    digest.send(until=timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0))


@every("40 3 * * *", name="news.bounces")
def bounces():
    digest.look_for_bounces()


@every("50 3 * * *", name="news.purge")
def never_confirmed():
    actions.purge()
