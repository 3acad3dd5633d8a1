"""What officers fill in about costs, paper, and services to come."""

from django import forms

from borough.foundations.people.forms.fields import Choice, Day, Text
from borough.foundations.people.models import Directorate

from .models import ELSEWHERE, REASON, SOURCE, Channel, Stage


class Pounds(forms.DecimalField):
    """An amount as typed in pounds; its value is whole pence."""

    def __init__(self, **kwargs):
        words = "Enter an amount in pounds, like 2.50"
        errors = dict.fromkeys(("required", "invalid", "max_digits", "max_whole_digits", "min_value"), words)
        errors["max_decimal_places"] = "Enter pounds and pence, like 2.50"
        super().__init__(max_digits=9, decimal_places=2, min_value=0, error_messages=errors, **kwargs)

    def to_python(self, value):
        return super().to_python(value.strip().lstrip("£").replace(",", "") if isinstance(value, str) else value)

    def clean(self, value):
        return int(super().clean(value) * 100)


class CostForm(forms.Form):
    channel = Choice(missing="Choose how it comes", choices=Channel.choices)
    pence = Pounds()
    from_day = Day(called="the day from which it costs this")
    source = Text(called="where the number is from", max_length=SOURCE)


class ElsewhereForm(forms.Form):
    channel = Choice(missing="Choose how they came", choices=[(one.value, one.label) for one in ELSEWHERE])
    first_day = Day(called="the first day")
    end_day = Day(called="the day after the last one")
    count = forms.IntegerField(
        min_value=0, max_value=10**8,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Enter how many, like 120"),
    )  # fmt: skip
    source = Text(called="where the number is from", max_length=SOURCE)


class StageForm(forms.Form):
    key = forms.SlugField(
        max_length=60, error_messages={"required": "Enter a key", "invalid": "Use small letters, digits and hyphens"}
    )
    title = Text(called="the service’s name", max_length=120)
    directorate = forms.ModelChoiceField(
        queryset=Directorate.objects.order_by("name"), to_field_name="slug", empty_label="Choose a directorate",
        error_messages={"required": "Choose a directorate", "invalid_choice": "Choose a directorate"},
    )  # fmt: skip
    stage = Choice(missing="Choose how far it has come", choices=Stage.choices)
    reason = Text(called="what happened", max_length=REASON)
