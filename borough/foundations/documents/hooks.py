"""What the rooms above hear of a document, in the same transaction."""

from borough.foundations.people.registry import Handlers

held = Handlers()  # fn(*, document): nobody will have it. It had a virus, so its bytes go; or could not be scanned
