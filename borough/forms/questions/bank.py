"""A bank account, sealed as soon as it is read."""

import json
import re
from typing import Literal

from django.utils.translation import gettext as _

from borough.foundations import vault

from .base import Question, Typed, tidy


class BankAccount(Question):
    """A bank account to pay into: the name on it, sort code and account number.

    It is sealed as soon as it is read. Nobody sees it whole but who makes the payment, and that is written down.
    Everywhere else stand only the last four digits.
    """

    type: Literal["bank_account"] = "bank_account"
    template = "bank_account"
    logic_kind = "none"
    secret = True

    def fields(self):
        return [f"{self.name}-name", f"{self.name}-sort_code", f"{self.name}-account_number"]

    def typed(self, value):
        """Only the name of the account is ever drawn again; the numbers are typed anew to change them."""
        return dict.fromkeys(self.fields(), "")

    def read(self, data) -> Typed:
        return {field: tidy(data.get(field, "")) for field in self.fields()}

    def parse(self, typed: Typed, today):
        name, sort_code, number = (typed[field] for field in self.fields())
        if not name or len(name) > 140:
            raise self.invalid("missing", _("Enter the name on the account"), self.fields()[0])
        sort_code, number = re.sub(r"[\s\-.]", "", sort_code), re.sub(r"[\s\-.]", "", number)
        if not re.fullmatch(r"[0-9]{6}", sort_code):
            raise self.invalid("invalid", _("The sort code must be 6 digits, like 30 94 30"), self.fields()[1])
        if not re.fullmatch(r"[0-9]{6,8}", number):
            raise self.invalid("invalid", _("The account number must be 6 to 8 digits"), self.fields()[2])
        number = number.zfill(8)
        whole = json.dumps({"name": name, "sort_code": sort_code, "account_number": number})
        return {"sealed": vault.seal(whole), "last": number[-4:], "digest": fingerprint(whole)}

    def default(self, fault):
        return _("Enter the bank account") if fault == "missing" else _("Check the bank account")

    def display(self, value):
        return _("Account ending {last}").format(last=value["last"]) if value else ""

    def export(self, value):
        return self.display(value) or None  # whoever pays has a payment file: see foundations/payments

    def logic(self, value):
        return True if value else None

    def samples(self):
        return [dict(zip(self.fields(), ("Sam Example", "30-94-30", "00012345"), strict=True))]


def fingerprint(whole: str) -> str:
    """A keyed hash of an account, by which two of the same meet unseen. `whole` is what was sealed."""
    account = json.loads(whole)
    return vault.digest("bank", account["sort_code"] + account["account_number"])


def opened(value: dict) -> dict:
    """{name, sort_code, account_number} of a kept answer. Raises vault.Unopenable. Record who asked."""
    return json.loads(vault.unseal(value["sealed"]))
