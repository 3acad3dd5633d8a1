from django import forms

from borough.foundations.people.sign_in.forms import Email
from borough.programme.workstreams.models import Area

CHOOSE = "Choose what you want to hear about"


class SubscribeForm(forms.Form):
    email = Email()
    areas = forms.MultipleChoiceField(
        choices=Area.choices, error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}
    )
