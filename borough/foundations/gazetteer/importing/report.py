"""What came of an import: counts, and the refused lines in a file beside it."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from .columns import BadFile


@dataclass
class Report:
    refused_path: Path
    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    _file: object = field(default=None, repr=False)

    def refuse(self, line: int, why: str) -> None:
        """Note a refused line. The file is made with the first."""
        if self._file is None:
            self._file = self._opened()
            csv.writer(self._file).writerow(["line", "why"])
        self.refused += 1
        csv.writer(self._file).writerow([line, why])

    def _opened(self):
        try:
            return self.refused_path.open("w", encoding="utf-8-sig", newline="")  # the mark is for Excel
        except OSError as fault:
            raise BadFile(
                f"Cannot write {self.refused_path}: {fault.strerror}. Give another with --refused."
            ) from fault

    def close(self) -> None:
        if self._file:
            self._file.close()

    @property
    def counts(self) -> dict[str, int]:
        return {key: getattr(self, key) for key in ("read", "added", "changed", "unchanged", "refused")}
