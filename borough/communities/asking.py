"""A page that asks something and does it: the form comes back with what is wrong, or the next page tells."""

from django.contrib import messages
from django.shortcuts import redirect, render

from .refusals import Refused


def asked(request, form, do, *, title: str, button: str = "Save", back: tuple[str, str], to=None, about: str = "",
          product: str = "", refused=(Refused,)):  # fmt: skip
    """`do(**answers)` gives the sentence to say next; `back` is (address, words); `to` the next page's address.

    `product` is the word beside the council's name. What `do` raises of `refused` goes to the field it names.
    """
    if form.is_valid():
        try:
            said = do(**form.cleaned_data)
        except refused as why:
            field = getattr(why, "field", None)
            form.add_error(field if field in form.fields else None, str(why))
        else:
            messages.success(request, said)
            return redirect(to or back[0])
    upload = any(field.widget.needs_multipart_form for field in form.fields.values())
    context = {"form": form, "title": title, "button": button, "back": back, "about": about, "upload": upload,
               "product_name": product, "layout": layout(request)}  # fmt: skip
    return render(request, "layouts/asking.html", context)


def layout(request) -> str:
    """Officers have their work at the top of the page; everybody else has the website."""
    wide = request.user.is_authenticated and request.user.kind == "officer"
    return "layouts/wide.html" if wide else "layouts/page.html"
