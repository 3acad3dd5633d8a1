"""Each component of the other formats as one of our questions, or as words between them."""

from ..outline import Component
from . import choices, content, others, words
from .base import Asked, Asking, Waiting

KINDS = {
    "TextField": words.line,
    "CustomerReferenceField": words.line,
    "NationalGridFieldNumberField": words.line,
    "MultilineTextField": words.lines,
    "FreeTextField": words.rich,
    "RichTextField": words.lines,
    "EmailAddressField": words.email,
    "TelephoneNumberField": words.phone,
    "WebsiteField": words.website,
    "NumberField": words.number,
    "HiddenField": words.hidden,
    "ContactDetailsCollection": words.contact,
    "YesNoField": choices.yes_no,
    "RadiosField": choices.radios,
    "SelectField": choices.select,
    "AutocompleteField": choices.autocomplete,
    "SelectionControlField": choices.radios,
    "CheckboxesField": choices.checkboxes,
    "DeclarationField": choices.declaration,
    "DatePartsField": others.date,
    "DatePartsfield": others.date,
    "DateField": others.date,
    "DateTimeField": others.date_time,
    "DateTimePartsField": others.date_time,
    "MonthYearField": others.month_year,
    "TimeField": others.time,
    "UkAddressField": others.address,
    "AddressField": others.address,
    "EastingNorthingField": others.easting_northing,
    "OsGridRefField": others.grid_reference,
    "LatLongField": others.lat_long,
    "GeospatialField": others.on_a_map,
    "FileUploadField": others.file,
    "ClientSideFileUploadField": others.file,
    "MultiInputField": others.rows,
    "PaymentField": others.payment,
    "Para": content.html,
    "Html": content.html,
    "Markdown": content.html,
    "ContentWithState": content.html,
    "DisplayAddress": content.html,
    "Sidebar": content.html,
    "Heading": content.html,
    "InsetText": content.inset,
    "NotificationBanner": content.inset,
    "WarningText": content.warning,
    "Details": content.details,
    "List": content.bullets,
    "FlashCard": content.cards,
}

__all__ = ["Asked", "Asking", "Waiting", "ask"]


def ask(component: Component, asking: Asking) -> list[dict]:
    """What stands on our page for it: words first, then the question. Whatever it says that we cannot is noted."""
    kind = KINDS.get(component.kind)
    if kind is None:
        kind = _guess(component)
        what = f"“{component.kind}”" if component.kind else "a part without a type"
        as_what = "words" if kind is content.html else "a line of text"
        asking.notes.lost(component.at, f"we do not know {what}: it is {as_what} here", component.part.raw)
    found = kind(component, asking)
    for part in (component.part, component.options, component.schema):
        part.leave()
    return found


def _guess(component):
    if component.kind.endswith("Field") or (component.name and component.title and not component.content):
        return words.line
    return content.html
