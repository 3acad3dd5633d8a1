"""E-mail addresses and telephone numbers."""

from typing import Literal

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from .base import Question, Typed


class Email(Question):
    type: Literal["email"] = "email"
    template = "email"

    def parse(self, typed: Typed, today):
        text = typed[self.name]
        try:
            if len(text) > 254:
                raise EmailNotValidError
            return validate_email(text, check_deliverability=False, test_environment=True).normalized
        except (EmailNotValidError, UnicodeError, ValueError):
            who = self.Called or "The e-mail address"
            raise self.invalid("invalid", f"{who} must look like name@example.com") from None

    def samples(self):
        return [{self.name: "sam@example.org"}]


class Phone(Question):
    type: Literal["phone"] = "phone"
    template = "phone"

    def parse(self, typed: Typed, today):
        who = self.Called or "The telephone number"
        try:
            if len(typed[self.name]) > 40:
                raise phonenumbers.NumberParseException(0, "long")
            number = phonenumbers.parse(typed[self.name], "GB")
        except phonenumbers.NumberParseException:
            raise self.invalid(
                "invalid", f"{who} must be a number we can ring, like 0161 496 0000 or 07700 900 982"
            ) from None
        if not phonenumbers.is_possible_number(number):
            raise self.invalid("invalid", f"{who} must be a number we can ring, like 0161 496 0000 or 07700 900 982")
        national = number.country_code == 44
        shape = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return phonenumbers.format_number(number, shape)

    def samples(self):
        return [{self.name: "07700 900 123"}]
