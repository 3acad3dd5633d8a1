"""Fields our forms share."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError


class DayParts(forms.Widget):
    """A day typed in three boxes: name-day, name-month, name-year. Its value is their three texts."""

    parts = ("day", "month", "year")

    def value_from_datadict(self, data, files, name):
        return [data.get(f"{name}-{part}", "").strip() for part in self.parts]

    def value_omitted_from_data(self, data, files, name):
        return not any(f"{name}-{part}" in data for part in self.parts)


class Day(forms.Field):
    """A day, as a `datetime.date`. `called` is how its errors name it, such as "the first day away"."""

    widget = DayParts

    def __init__(self, *, called, **kwargs):
        super().__init__(**kwargs)
        self.called = called

    def clean(self, value):
        texts = value or ["", "", ""]
        if not any(texts):
            raise ValidationError(f"Enter {self.called}")
        if not all(re.fullmatch(r"[0-9]{1,4}", text) for text in texts):
            raise ValidationError(f"Enter {self.called} in numbers, like 27 3 2027")
        try:
            day = date(int(texts[2]), int(texts[1]), int(texts[0]))
        except ValueError:
            raise ValidationError(f"Enter {self.called} as a real date, like 27 3 2027") from None
        if not 2000 <= day.year <= 2100:
            raise ValidationError(f"Enter {self.called} with a year like 2027")
        return day


class MaybeDay(Day):
    """A day that may be left out."""

    def clean(self, value):
        return super().clean(value) if any(value or []) else None

    def prepare_value(self, value):
        return [value.day, value.month, value.year] if hasattr(value, "year") else value


class Text(forms.CharField):
    """Text with an error for each fault that says what to do. `called` names it, such as "your name"."""

    def __init__(self, *, called, max_length, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        self.error_messages |= {"required": f"Enter {called}"}
        for validator in self.validators:
            if validator.code == "max_length":
                validator.message = f"Make {called} {max_length} characters or fewer"
            if validator.code == "null_characters_not_allowed":
                validator.message = f"Type {called} again: it has a character we cannot keep"


class Choice(forms.ChoiceField):
    def __init__(self, *, missing, **kwargs):
        super().__init__(error_messages={"required": missing, "invalid_choice": missing}, **kwargs)
