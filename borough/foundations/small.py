"""Which numbers of people are so small that they could tell somebody apart: a pure rule.

From 1 to 4 people are not told, nor is a number from which they could be worked out by taking others from a total
(ONS, "Policy on protecting confidentiality in tables of statistics": primary and secondary suppression). Nobody at all
is told, and so are numbers of things.
"""

from collections.abc import Mapping

FEW = 5


def hidden(values: Mapping[str, object], people: set[str], part_of: Mapping[str, str]) -> set[str]:
    """The keys whose numbers stay hidden.

    `values` has the number of each key, or None; `people` the keys that count people; `part_of` says of a key which
    other one it is a part of, all the parts of one adding up to it.
    """
    found = {key for key in people if few(values.get(key))}
    while more := _by_subtraction(values, part_of, found):
        found |= more
    return found


def few(value) -> bool:
    return value is not None and 0 < value < FEW


def _by_subtraction(values, part_of, found) -> set[str]:
    """Where a total and all parts but one are told, the smallest of those told has to go as well."""
    for whole in set(part_of.values()):
        parts = [key for key, total in part_of.items() if total == whole]
        gone = [key for key in parts if key in found]
        told = [key for key in parts if key not in found and values.get(key)]
        if len(gone) == 1 and whole not in found and values.get(whole) is not None:
            return {min(told, key=lambda key: (values[key], key))} if told else {whole}
    return set()
