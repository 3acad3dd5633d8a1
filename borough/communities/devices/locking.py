"""One change of the library at a time, so that no device is promised twice.

The order is always: the case first, then the library, then rows. What is matched takes no case; what a case is told
takes the case and then only reads. So two changes wait for each other and never both at once.
"""

from django.db import connection

from borough.communities.refusals import Refused

from .models import Device

LIBRARY = 0x42_44_45_56  # an advisory lock's number: ours alone in this database


def library() -> None:
    """Wait for one's turn; it ends with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LIBRARY])


def device(pk) -> Device:
    """The library, and then the device with its row locked."""
    library()
    return Device.objects.select_for_update(of=("self",)).select_related("clearance", "held_for").get(pk=pk)


def expect(held: Device, *states: str, words: str) -> None:
    """Raises Refused with `words` where somebody was quicker and the device is in another state."""
    if held.state not in states:
        raise Refused(f"{held.tag} is “{held.get_state_display().lower()}” now. {words}")
