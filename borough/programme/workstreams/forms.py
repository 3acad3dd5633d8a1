"""What a lead or a programme manager fills in."""

from django import forms

from borough.foundations.people import queries as people
from borough.foundations.people.forms.fields import Choice, Day, Text

from .actions import PARTS
from .models import REASON, WORDS, Status


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
