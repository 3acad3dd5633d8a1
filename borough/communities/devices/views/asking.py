"""A page that asks something and does it: the form comes back with what is wrong, or the next page tells."""

from django.contrib import messages
from django.shortcuts import redirect

from ..refusals import Refused
from .pages import page


def asked(request, form, do, *, title: str, button: str = "Save", back: tuple[str, str], to=None, about: str = ""):
    """`do(**answers)` gives the sentence to say next; `back` is (address, words); `to` the next page's address."""
    if form.is_valid():
        try:
            said = do(**form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, said)
            return redirect(to or back[0])
    upload = any(field.widget.needs_multipart_form for field in form.fields.values())
    context = {"form": form, "title": title, "button": button, "back": back, "about": about, "upload": upload}
    return page(request, "asking", context)
