"""What somebody has, as they say themselves."""

from django import forms

from borough.communities.fields import choice, line

YES = [("yes", "Yes"), ("no", "No")]


class HasForm(forms.Form):
    own = choice("Do they have a device that they control and that does what they need?", YES, "Choose yes or no")
    enough = choice("Is their internet enough for what they do?", YES, "Choose yes or no")
    affordable = choice("Can they pay for it without going short?", YES, "Choose yes or no")
    evidence = line("How do you know?", "how you know", initial="They told me")

    def clean(self):
        return {name: value == "yes" if value in ("yes", "no") else value for name, value in self.cleaned_data.items()}
