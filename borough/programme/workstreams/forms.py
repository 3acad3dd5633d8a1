"""What a lead or a programme manager fills in."""

from django import forms

from borough.foundations.people import queries as people
from borough.foundations.people.forms.fields import Choice, Day, Text
from borough.foundations.people.models import Directorate

from .actions import PARTS
from .models import REASON, WORDS, Area, Status


class BeginForm(forms.Form):
    title = Text(called="a name", max_length=120)
    key = forms.SlugField(
        max_length=60, error_messages={"required": "Enter a key", "invalid": "Use small letters, digits and hyphens"}
    )
    areas = forms.MultipleChoiceField(
        choices=Area.choices,
        error_messages={"required": "Choose at least one area", "invalid_choice": "Choose at least one area"},
    )
    why = Text(called="why", max_length=WORDS)
    what = Text(called="what will be done", max_length=WORDS)
    outcomes = Text(called="what will be different", max_length=WORDS)
    owner = Text(called="who answers for it", max_length=120)
    starts_on = Day(called="the day it starts")
    update_every = forms.IntegerField(
        min_value=1, max_value=52, initial=4,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Enter a number of weeks from 1 to 52"
        ),
    )  # fmt: skip
    directorates = forms.ModelMultipleChoiceField(
        queryset=Directorate.objects.order_by("name"), required=False, to_field_name="slug",
        error_messages={"invalid_choice": "Choose directorates from the list"},
    )  # fmt: skip


class StatusForm(forms.Form):
    status = Choice(missing="Choose a status", choices=Status.choices)
    reason = Text(called="why the status changes", max_length=REASON)


class UpdateForm(forms.Form):
    words = Text(called="the update", max_length=WORDS)


class PlanForm(forms.Form):
    title = Text(called="what will be reached", max_length=160)
    planned_for = Day(called="the day it is planned for")


class ForecastForm(forms.Form):
    day = Day(called="the day you now expect")
    reason = Text(called="why the day changes", max_length=REASON)


class ReachForm(forms.Form):
    day = Day(called="the day it was reached")


class RewordForm(forms.Form):
    part = Choice(missing="Choose what to change", choices=list(PARTS.items()))
    words = Text(called="the new words", max_length=WORDS)
    reason = Text(called="why it changes", max_length=REASON)


class LeadsForm(forms.Form):
    leads = forms.ModelMultipleChoiceField(
        queryset=None, required=False, error_messages={"invalid_choice": "Choose officers from the list"}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leads"].queryset = people.officers()
