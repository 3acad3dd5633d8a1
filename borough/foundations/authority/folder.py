"""A council's own folder: `authority.toml` (name, contact, colours) and `static/` (logo, icon)."""

import tomllib
from pathlib import Path


def read(folder: str | Path) -> dict:
    """What `authority.toml` in the folder says, for `settings.AUTHORITY`; {} when no folder is named.

    Raises FileNotFoundError when the folder has no such file, tomllib.TOMLDecodeError (with line) when it is not TOML.
    """
    if not folder:
        return {}
    return tomllib.loads((Path(folder) / "authority.toml").read_text("utf-8"))


def static(folder: str | Path) -> list[Path]:
    """Where the folder's own pictures are, for `STATICFILES_DIRS`."""
    return [path] if folder and (path := Path(folder) / "static").is_dir() else []
