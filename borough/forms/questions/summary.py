"""The answers so far, shown within a page with ways to change them. It asks nothing."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import Condition, Part


class Summary(Part):
    """The answers so far, in the middle of a form, each with a way to change it.

    It shows the pages you name, else all earlier pages of this page's section.
    """

    asks: ClassVar[bool] = False
    template: ClassVar[str] = "summary"

    type: Literal["summary"] = "summary"
    pages: list[Annotated[str, Field(max_length=60)]] = Field(
        default_factory=list, description="The names of the earlier pages whose answers it shows"
    )
    when: Condition | None = Field(None, description="Shown only if this holds, of answers given on earlier pages")

    @property
    def mark(self) -> str:
        """What stands for it in a page until somebody's answers do."""
        return "summary " + " ".join(self.pages)
