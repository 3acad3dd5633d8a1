"""E-mail addresses and telephone numbers."""

from typing import Literal

import phonenumbers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from email_validator import EmailNotValidError, validate_email
from pydantic import Field

from .base import Question, Typed


class Email(Question):
    """An e-mail address. We check that it has the shape of one, not that somebody reads what is sent there.

    Name it under `person`, and what you write to people goes there.
    """

    type: Literal["email"] = "email"
    template = "email"
    prefills = ("email",)
    noun = N_("The e-mail address")

    confirm: bool = Field(False, description="Shown to be theirs, by a code that is sent there and typed back")

    def parse(self, typed: Typed, today):
        text = typed[self.name]
        try:
            if len(text) > 254:
                raise EmailNotValidError
            return validate_email(text, check_deliverability=False, test_environment=True).normalized
        except (EmailNotValidError, UnicodeError, ValueError):
            raise self.invalid("invalid", _("{who} must look like name@example.com")) from None

    def samples(self):
        return [{self.name: "sam@example.org"}]


class Phone(Question):
    """A telephone number of the United Kingdom or, with + and its country, of anywhere else.

    People may put spaces where they like. Name it under `person`, and text messages go there.
    """

    type: Literal["phone"] = "phone"
    template = "phone"
    prefills = ("phone",)
    noun = N_("The telephone number")

    def parse(self, typed: Typed, today):
        wrong = self.invalid("invalid", _("{who} must be a number we can ring, like 0161 496 0000 or 07700 900 982"))
        try:
            if len(typed[self.name]) > 40:
                raise phonenumbers.NumberParseException(0, "long")
            number = phonenumbers.parse(typed[self.name], "GB")
        except phonenumbers.NumberParseException:
            raise wrong from None
        if not phonenumbers.is_possible_number(number):
            raise wrong
        national = number.country_code == 44
        shape = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return phonenumbers.format_number(number, shape)

    def samples(self):
        return [{self.name: "07700 900 123"}]
