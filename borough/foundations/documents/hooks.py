"""What the rooms above hear of a document, in the same transaction."""

from borough.foundations.people.registry import Handlers

infected = Handlers()  # fn(*, document): a virus was found, and its bytes are going
