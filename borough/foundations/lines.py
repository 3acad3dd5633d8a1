"""Commands that answer line by line: JSON lines in, JSON lines out, and a sentence where a line cannot be answered."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator

from .commands import Noun


def answered(lines: Iterable[str], answer: Callable[[dict], dict]) -> Iterator[dict]:
    """What `answer` makes of each line. {id, line, error} of one that is no JSON, or for which it raises ValueError."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        asked = None
        try:
            asked = json.loads(line)
            yield answer(asked)
        except json.JSONDecodeError as fault:
            yield {"id": None, "line": number, "error": f"This is no JSON: {fault.msg} at {fault.colno}"}
        except (ValueError, RecursionError) as why:
            known = asked.get("id") if isinstance(asked, dict) else None
            yield {"id": known, "line": number, "error": str(why)}


class LineByLine(Noun):
    """A command whose verbs answer the lines of standard input."""

    def each(self, answer: Callable[[dict], dict], told: Callable[[dict], str]) -> int:
        """A line of JSON for each line, or as `told` says it to a person. 1 where any could not be answered."""
        wrong = 0
        for found in answered(sys.stdin, answer):
            wrong += "error" in found
            if self.json:
                self.stdout.write(json.dumps(found, ensure_ascii=False))
            else:
                self.stdout.write(f"Line {found['line']}: {found['error']}" if "error" in found else told(found))
        return 1 if wrong else 0
