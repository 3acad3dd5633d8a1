"""Django's admin: where back offices listen. Administrators keep addresses and secrets; definitions know names."""

from django import forms
from django.contrib import admin, messages

from . import actions, addresses, signing
from .models import Destination

SECRET = "Leave it empty to keep the secret, or to have one made. It is shown once, when it is made."  # noqa: S105


class DestinationForm(forms.ModelForm):
    secret = forms.CharField(required=False, max_length=200, help_text=SECRET)

    class Meta:
        model = Destination
        fields = ["name", "url"]

    def clean_url(self):
        try:
            addresses.checked(self.cleaned_data["url"])
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return self.cleaned_data["url"]

    def clean_secret(self):
        secret = self.cleaned_data["secret"]
        if secret and not signing.usable(secret):
            raise forms.ValidationError("A secret is whsec_ and 24 to 64 bytes in base64.")
        return secret


@admin.register(Destination)
class DestinationAdmin(admin.ModelAdmin):
    form = DestinationForm
    list_display = ["name", "url", "made_at"]
    search_fields = ["name", "url"]

    def get_readonly_fields(self, request, obj=None):
        return ["name"] if obj else []

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        given = form.cleaned_data
        kept, secret = actions.keep_destination(
            name=obj.name, url=given["url"], secret=given["secret"], by=request.user
        )
        obj.pk = kept.pk
        if secret:
            self.message_user(request, f"The secret of {kept}, shown once: {secret}", messages.WARNING)
