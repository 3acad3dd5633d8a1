"""What a payment file holds."""

import csv
import io
import json

from borough.foundations import vault

from .models import PaymentFile

COLUMNS = ("reference", "payee", "sort_code", "account_number", "amount")


def as_csv(file: PaymentFile) -> str:
    """Its orders, one a line, amounts in pounds. Raises vault.Unopenable."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for order in file.orders.order_by("pk"):
        payee = json.loads(vault.unseal(order.payee["sealed"]))
        amount = f"{order.pence // 100}.{order.pence % 100:02}"
        rows.writerow([order.reference, _plain(payee["name"]), payee["sort_code"], payee["account_number"], amount])
    return out.getvalue()


def _plain(name: str) -> str:
    """A name that a spreadsheet will not take for a formula."""
    return "'" + name if name[:1] in "=+-@" else name
