"""What is wrong with a definition, and where."""

from dataclasses import asdict, dataclass

Path = tuple  # of keys and list positions from the top of service.yaml: ("pages", 0, "next", 1, "when")


@dataclass(frozen=True, order=True)
class Fault:
    """One fault, as a service designer needs it: which file, which line (from 1), what is wrong and what to do."""

    file: str
    line: int
    message: str

    def as_dict(self) -> dict:
        return asdict(self)

    def __str__(self):
        return f"{self.file}:{self.line}: {self.message}"
