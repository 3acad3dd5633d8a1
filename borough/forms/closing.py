"""When a service takes applications: from `opens` until `closes`, and for a while after that what was begun in time.

Pure but for the live version, whose times hold for those who began with an earlier one: a closing day may be put off.
"""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from borough.design.filters import clock, day

from . import queries
from .definition.closing import instant
from .definition.form import Form
from .retention import lengths

EARLY, OPEN, LATE = "early", "open", "late"
MIDNIGHT = datetime.time()


class NotOpen(Exception):
    """The service takes nothing at this moment. `.begun` where it was an application begun before."""

    def __init__(self, form: Form, times: "Times", begun: bool):
        super().__init__(f"{form.slug} is not open")
        self.form, self.times, self.begun = form, times, begun


@dataclass(frozen=True)
class Times:
    """When a service opens and closes, and until when what was begun may be sent. None: no such time."""

    opens: datetime.datetime | None
    closes: datetime.datetime | None
    finish: datetime.datetime | None

    def state(self, now: datetime.datetime) -> str:
        """early, open or late."""
        if self.opens and now < self.opens:
            return EARLY
        return LATE if self.closes and now >= self.closes else OPEN

    def may_send(self, begun: datetime.datetime, now: datetime.datetime) -> bool:
        """Whether what was begun at `begun` may be sent now."""
        if self.state(now) != LATE:
            return True
        return begun < self.closes and now < self.finish


def times(form: Form) -> Times | None:
    """None for a service that is always open: most are."""
    service = form.service
    if not service.opens and not service.closes:
        return None
    closes = instant(service.closes, end=True)
    return Times(instant(service.opens), closes, closes and lengths.after(service.closed.finish, closes))


def check_begin(form: Form) -> None:
    """Raises NotOpen where a new journey may not begin now."""
    found = times(form)
    if found and found.state(timezone.now()) != OPEN:
        raise NotOpen(form, found, begun=False)


def check_send(form: Form, journey) -> Times | None:
    """The times that hold for this journey. Raises NotOpen where it may not be sent any more."""
    form = _live(form)
    found = times(form)
    if found and not found.may_send(journey.started_at, timezone.now()):
        raise NotOpen(form, found, begun=True)
    return found


def check_page(form: Form, journey) -> str:
    """What to say on each page while a closed service still takes this journey. Raises NotOpen once it does not."""
    if not form.service.closes:  # one closed since by a newer version says so before sending: no look-up on each page
        return ""
    found = check_send(form, journey)
    return last_days(found)


def last_days(found: Times | None) -> str:
    if not found or found.state(timezone.now()) != LATE:
        return ""
    message = _("This form has closed. You began in time, so you can still send it until {until}.")
    return message.format(until=until(found.finish))


def said(moment: datetime.datetime | None) -> str:
    """1 April 2027 at 9am; 1 April 2027 where the day begins it."""
    return (
        ""
        if not moment
        else day(moment)
        if _midnight(moment)
        else _("{day} at {time}").format(day=day(moment), time=clock(moment))
    )


def until(moment: datetime.datetime | None) -> str:
    """The same of a closing time: the end of 31 March 2027; 31 March 2027 at 5pm."""
    return _("the end of {day}").format(day=last_day(moment)) if moment and _midnight(moment) else said(moment)


def last_day(moment: datetime.datetime | None) -> str:
    """31 March 2027, whether it closes in that day or at its end."""
    return day(moment - datetime.timedelta(minutes=1)) if moment and _midnight(moment) else said(moment)


def _midnight(moment):
    return timezone.localtime(moment).time() == MIDNIGHT


def _live(form: Form) -> Form:
    try:
        return queries.live(form.slug, form.language)
    except (queries.NoService, queries.Faulty):
        return form
