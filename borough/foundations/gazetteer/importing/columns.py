"""The columns an address file may have, and what each holds."""

COLUMNS = {
    "uprn": "the address's own number, up to 12 digits",
    "organisation": "the name of a business or building there",
    "line_1": "house number and street",
    "line_2": "the part of town, or the rest of the address",
    "town": "the post town",
    "postcode": "a UK postcode, in any spacing",
    "street": "the street's name",
    "usrn": "the street's own number, up to 8 digits",
    "ward": "a ward's name",
    "latitude": "degrees north, such as 53.408",
    "longitude": "degrees east, such as -2.149",
}
NEEDED = ("uprn", "line_1", "postcode")


class BadFile(Exception):
    """The file cannot be imported at all. Nothing was changed; the message says what it wants."""


def read_header(cells: list[str]) -> list[str]:
    """The columns of a file, in its order: lower case, spaces as underscores. Raises BadFile when one is missing."""
    names = [cell.strip().lower().replace(" ", "_") for cell in cells]
    missing = [name for name in NEEDED if name not in names]
    twice = sorted({name for name in names if name in COLUMNS and names.count(name) > 1})
    if missing:
        found = ", ".join(name for name in names if name)[:200] or "nothing"
        raise BadFile(
            f"The first line must name the columns. Missing: {', '.join(missing)}. It has: {found}. "
            f"It needs {', '.join(NEEDED)}, and may have {', '.join(c for c in COLUMNS if c not in NEEDED)}."
        )
    if twice:
        raise BadFile(f"The first line names a column twice: {', '.join(twice)}.")
    return names
