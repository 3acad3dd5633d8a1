"""File names as they came from anywhere, made safe to show, to store and to save as."""

import re
import unicodedata

LONGEST = 100
UNSAFE = re.compile(r'[/\\:*?"<>|]')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[\d¹²³])(\..*)?$")  # devices, to Windows


def safe_name(name: str, *, fallback: str = "file") -> str:
    """`"../\\u202efdp.exe\\0"` -> `"fdp.exe"`: the last part of any path, no control or direction marks.

    At most 100 long; the ending stays when the rest is cut short. Letters of every language and emoji stay.
    """
    name = unicodedata.normalize("NFC", str(name)).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(" " if c.isspace() else c for c in name if c.isspace() or unicodedata.category(c)[0] != "C")
    name = re.sub(r" +", " ", UNSAFE.sub("-", name)).strip(" .")
    stem, ending = split(name)
    if ending and len(ending) < 12:
        name = f"{stem[: LONGEST - len(ending) - 1].rstrip(' .')}.{ending}"
    else:
        name = name[:LONGEST].rstrip(" .")
    if not name or name.startswith("."):
        name = f"{fallback}{name}"
    return f"-{name}" if RESERVED.match(name) else name


def split(name: str) -> tuple[str, str]:
    """`"Letter.final.PDF"` -> `("Letter.final", "PDF")`; no ending -> `(name, "")`."""
    stem, dot, ending = name.rpartition(".")
    return (stem, ending) if dot and ending and " " not in ending else (name, "")
