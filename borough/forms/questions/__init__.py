"""Every kind of question, by its `type` in service.yaml."""

from typing import Annotated, get_args

from pydantic import Field

from .address import Address
from .autocomplete import Autocomplete
from .bank import BankAccount
from .base import Invalid, Question
from .booking import Booking
from .choices import Checkboxes, Declaration, Option, Radios, Select, YesNo
from .contact import Email, Phone
from .content import Content
from .dates import Date
from .files import File
from .map_point import MapPoint
from .names import Organisation, Street
from .numbers import Money, Number
from .places import EastingNorthing, GridReference, LatLong
from .summary import Summary
from .table import Table
from .text import LongText, ShortText
from .times import DateTime, MonthYear, Time
from .website import Website

AnyQuestion = Annotated[
    ShortText
    | LongText
    | Number
    | Money
    | Email
    | Phone
    | Website
    | Date
    | MonthYear
    | Time
    | DateTime
    | YesNo
    | Radios
    | Checkboxes
    | Select
    | Autocomplete
    | Address
    | Street
    | Organisation
    | GridReference
    | EastingNorthing
    | LatLong
    | MapPoint
    | Booking
    | File
    | Declaration
    | BankAccount
    | Table,
    Field(discriminator="type"),
]

Item = Annotated[AnyQuestion | Content | Summary, Field(discriminator="type")]  # words ask nothing

for kind in (Option, Radios, Checkboxes, Select, Autocomplete):
    kind.model_rebuild(_types_namespace={"Item": Item})

TYPES = {kind.model_fields["type"].default: kind for kind in get_args(get_args(AnyQuestion)[0])}

__all__ = ["TYPES", "AnyQuestion", "Invalid", "Item", "Question"]
