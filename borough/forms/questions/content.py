"""Words between questions. They ask nothing, so they have no answer and are never on check answers."""

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from .base import Condition, Part, Words


class Content(Part):
    """Words between questions. They ask nothing, so there is no answer, and check answers does not show them.

    Answers given on earlier pages can stand in them, in two round brackets: ((full_name)).
    """

    asks: ClassVar[bool] = False
    template: ClassVar[str] = "content"

    type: Literal["content"] = "content"
    text: Words = Field("", max_length=20_000, description="What it says. Markdown")
    kind: Literal["plain", "inset", "warning", "details", "download"] = Field(
        "plain", description="How it looks: as text, set apart, as a warning, folded away, or as a file to save"
    )
    label: Words = Field(
        "", max_length=300, description="Of details, the words that open them; of a download, those to press"
    )
    when: Condition | None = Field(None, description="Shown only if this holds, of answers given on earlier pages")
    href: str = Field("", max_length=300, description="Of a download: its address here, such as /static/leaflet.pdf")

    @model_validator(mode="after")
    def whole(self) -> "Content":
        if self.kind in ("details", "download") and not self.label:
            raise ValueError("this needs a `label`: the words to press")
        if self.kind != "download" and not self.text:
            raise ValueError("this needs a `text`")
        if bool(self.href) != (self.kind == "download"):
            raise ValueError("a download needs an `href`, and nothing else has one")
        if self.href and (not re.fullmatch(r"/[A-Za-z0-9][A-Za-z0-9_./-]*", self.href) or ".." in self.href):
            raise ValueError("`href` is the address of a file of ours, such as /static/leaflet.pdf")
        return self
