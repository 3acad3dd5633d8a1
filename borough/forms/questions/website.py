"""Web addresses."""

import re
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

from .base import Question, Typed

LONGEST = 2_000
_check = URLValidator(schemes=["http", "https"])


class Website(Question):
    """The address of a website. People may leave out https://, and we add it."""

    type: Literal["website"] = "website"
    template = "website"
    noun = N_("The web address")

    def parse(self, typed: Typed, today):
        text = typed[self.name]
        if not re.match(r"[a-z][a-z0-9+.-]*:(//|[^0-9])", text, re.IGNORECASE):  # “example.org:8000” has no scheme
            text = f"https://{text.removeprefix('//')}"
        try:
            return self._whole(text)
        except (ValidationError, ValueError):
            raise self.invalid("invalid", _("{who} must be a web address, like https://www.example.org")) from None

    def _whole(self, text):
        _check(text)
        parts = urlsplit(text)
        if len(text) > LONGEST or "@" in parts.netloc or "." not in parts.netloc:  # no passwords, no names of our own
            raise ValueError
        return urlunsplit(parts._replace(netloc=parts.netloc.lower()))

    def samples(self):
        return [{self.name: "https://www.example.org/about"}]
