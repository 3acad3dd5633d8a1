"""A photo of a device as it went out or came in, kept with its loan."""

from borough.foundations.documents import actions as documents

MOST = 10_000_000  # bytes: a phone's photo


def kept(form, device, by) -> dict:
    """The form's answers, with the photo kept as a document that waits to be attached to the loan."""
    cleaned = dict(form.cleaned_data)
    if "photo" not in form.fields:
        return cleaned
    file = cleaned.pop("photo", None)
    document = None
    if file:
        document = documents.keep(file=file, allowed={"image"}, max_bytes=MOST, about=f"device:{device.tag}", by=by)
    return cleaned | {"photo": document}
