"""The example of each type: how it is written, and a whole service in which it stands."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from textwrap import indent

from ruamel.yaml import YAML

from ..definition.load import compile_data
from ..questions import TYPES
from ..questions.autocomplete import MANY
from ..questions.base import Part
from ..questions.content import Content
from ..questions.summary import Summary

HERE = Path(__file__).parent
KINDS: dict[str, type[Part]] = TYPES | {"content": Content, "summary": Summary}


@dataclass(frozen=True)
class Example:
    """`write` is YAML: what stands on the page. `given` are answers to the pages `before`, by question."""

    type: str
    write: str
    answer: object = None
    see: dict[str, str] = field(default_factory=dict)
    many: bool = False
    also: list[dict] = field(default_factory=list)  # settings that make other messages
    before: str = ""
    given: dict = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The name of its page."""
        return self.type.replace("_", "-")

    @property
    def slug(self) -> str:
        return f"example-{self.page}"

    @cached_property
    def definition(self) -> str:
        """A whole service.yaml that asks this."""
        return together([self.type])

    @property
    def pages(self) -> str:
        """As they stand in it."""
        title = "" if KINDS[self.type].asks else "  title: A page\n"
        page = f"- name: {self.page}\n{title}  questions:\n{indent(self.write, '    ')}{self._options()}"
        return indent(self.before + page, "  ")

    @cached_property
    def form(self):
        return compile_data(_read(self.definition), slug=self.slug)

    @property
    def part(self) -> Part:
        """The first of what stands on its page."""
        return self.form.pages[self.page].page.questions[0]

    def with_settings(self, settings: dict) -> Part:
        """The same with more keys set."""
        kept = self.part.model_dump(exclude_unset=True, by_alias=True)
        return type(self.part).model_validate(kept | settings)

    def _options(self) -> str:
        """As many more as make a long list."""
        count = MANY if self.many else 0
        return "".join(f"        - {{value: place-{n}, label: Place {n}}}\n" for n in range(1, count + 1))


def together(types: list[str]) -> str:
    """A whole service.yaml that asks the examples of these, each on its page."""
    return f"{(HERE / 'service.yaml').read_text()}pages:\n{''.join(EXAMPLES[type].pages for type in types)}"


def _read(text: str):
    return YAML(typ="safe", pure=True).load(text)


EXAMPLES: dict[str, Example] = {
    type: Example(type, **parts) for type, parts in _read((HERE / "examples.yaml").read_text()).items()
}
