"""What somebody changes about themselves."""

import re

from django import forms
from django.core.exceptions import ValidationError

from borough.foundations.gazetteer import postcodes

from ..models import Person
from ..sign_in.forms import Email
from .fields import Choice, Text

PHONE = re.compile(r"\+?[0-9 ()\-]{9,25}")


class Details(forms.Form):
    """Name, telephone, address, and how we should write. A channel needs somewhere to write to."""

    name = Text(called="your name", max_length=200)
    phone = Text(called="your telephone number", max_length=40, required=False)
    address = Text(called="your address", max_length=1000, required=False)
    postcode = Text(called="your postcode", max_length=12, required=False)
    channel = Choice(missing="Choose how we should write to you", choices=Person.Channel.choices)
    format = Choice(missing="Choose the format you need", choices=Person.Format.choices)
    language = Text(called="the language", max_length=60, required=False)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and (not PHONE.fullmatch(phone) or sum(map(str.isdigit, phone)) < 9):
            raise ValidationError("Enter a telephone number, like 0161 496 0100 or 07700 900 123")
        return phone

    def clean_postcode(self):
        postcode = self.cleaned_data["postcode"]
        if postcode and not postcodes.tidy(postcode):
            raise ValidationError("Enter a full postcode, like SK1 3XE")
        return postcodes.tidy(postcode) if postcode else ""

    def clean(self):
        given = super().clean()
        if given.get("channel") == Person.Channel.TEXT and not given.get("phone"):
            self._missing("phone", "Enter a telephone number, so that we can text you")
        if given.get("channel") == Person.Channel.LETTER:
            if not given.get("address"):
                self._missing("address", "Enter your address, so that we can send you letters")
            if not given.get("postcode"):
                self._missing("postcode", "Enter your postcode, so that we can send you letters")
        if given.get("format") == Person.Format.INTERPRETER and not given.get("language"):
            self._missing("language", "Enter the language you would like an interpreter for")
        return given

    def _missing(self, field, words):
        if field not in self.errors:
            self.add_error(field, words)


class NewEmail(forms.Form):
    email = Email()

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_email(self):
        email = self.cleaned_data["email"]
        if email == self.now:
            raise ValidationError("This is the address we have now. Enter a different one.")
        return email
