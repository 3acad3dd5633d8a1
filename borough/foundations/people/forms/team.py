"""What a manager says about the people of a team."""

from django import forms
from django.core.exceptions import ValidationError

from .. import queries
from ..models import Membership, Team
from ..sign_in.forms import Email
from .fields import Choice, Day, Text


class Officer(forms.ModelChoiceField):
    """One of some officers, or nobody."""

    def __init__(self, **kwargs):
        super().__init__(queryset=None, required=False, empty_label="Nobody", **kwargs)
        self.error_messages["invalid_choice"] = "Choose an officer from the list"


class Role(forms.Form):
    role = Choice(missing="Choose a role", choices=Membership.Role.choices)


class Join(Role):
    name = Text(called="their name", max_length=160)
    email = Email()
    field_order = ["name", "email", "role"]


class HandsOver(forms.Form):
    """A form about one officer, whose work somebody may take."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for field in self.fields.values():
            if isinstance(field, Officer):
                field.queryset = queries.colleagues(user)


class Move(HandsOver):
    to = forms.ModelChoiceField(
        queryset=Team.objects.none(),
        empty_label="Choose a team",
        error_messages={"required": "Choose the team they move to", "invalid_choice": "Choose a team from the list"},
    )
    role = Choice(missing="Choose a role", choices=Membership.Role.choices)
    hand_to = Officer()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = Team.objects.exclude(memberships__user=self.user)


class Leave(HandsOver):
    on = Day(called="the first day they no longer work here")
    to = Officer()


class Absence(HandsOver):
    first_day = Day(called="the first day away")
    back_on = Day(called="the day they are back")
    cover = Officer()

    def clean(self):
        given = super().clean()
        if given.get("first_day") and given.get("back_on") and given["back_on"] <= given["first_day"]:
            self.add_error("back_on", ValidationError("The day they are back must be after the first day away"))
        return given
