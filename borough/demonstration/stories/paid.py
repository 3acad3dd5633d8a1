"""Payment files: one each Friday, of the orders since the last. The newest orders still wait for theirs."""

import datetime

from borough.foundations.audit.models import AuditEvent
from borough.foundations.payments.models import PaymentFile

from . import days
from .officers import Officers
from .rows import Rows

TEAM = "business-support"


def send(rows: Rows, officers: Officers, day: datetime.date) -> None:
    files: dict[datetime.date, PaymentFile] = {}
    for order in sorted(rows.orders, key=lambda order: order.released_at):
        released = order.released_at.date()
        friday = released + datetime.timedelta(days=(4 - released.weekday()) % 7)
        if friday >= day:
            continue
        if friday not in files:
            payer = officers.any(TEAM, "payer")
            files[friday] = PaymentFile(made_at=days.at(friday, 16, 45), made_by=payer.name)
            files[friday].payer, files[friday].of = payer, []
        order.file = files[friday]
        files[friday].of.append(order)
    for file in files.values():
        who, data = file.payer.actor, {"orders": len(file.of), "pence": sum(order.pence for order in file.of)}
        rows.files.append(file)
        event = AuditEvent(
            at=file.made_at, actor_kind=who.kind, actor_id=who.id, actor_name=who.name, action="payment_file.made",
            data=data,
        )  # fmt: skip
        rows.audit.append((event, file))
