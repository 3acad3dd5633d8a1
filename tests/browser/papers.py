"""Small papers to send, in memory: no file is read from the machine."""

from tests.foundations.documents import files

CONTENT = {"till.pdf": files.PDF, "sums.csv": files.GOOD["sums.csv"], "statement.png": files.GOOD["photo.png"]}


def paper(name: str, content: bytes | None = None) -> dict:
    """As Playwright takes a file."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content or CONTENT[name]}
