"""The kinds of file a question may allow, and how we speak of them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_
from django.utils.translation import pgettext


@dataclass(frozen=True)
class Format:
    """One file format: how its name ends (the first is ours), and what a browser is told it is."""

    kind: str
    extensions: tuple[str, ...]
    content_type: str


FORMATS = {
    "pdf": Format("pdf", ("pdf",), "application/pdf"),
    "jpeg": Format("image", ("jpg", "jpeg", "jpe", "jfif"), "image/jpeg"),
    "png": Format("image", ("png",), "image/png"),
    "gif": Format("image", ("gif",), "image/gif"),
    "webp": Format("image", ("webp",), "image/webp"),
    "heic": Format("image", ("heic", "heif"), "image/heic"),
    "docx": Format("word", ("docx",), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "doc": Format("word", ("doc",), "application/msword"),
    "odt": Format("word", ("odt",), "application/vnd.oasis.opendocument.text"),
    "xlsx": Format("spreadsheet", ("xlsx",), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "xls": Format("spreadsheet", ("xls",), "application/vnd.ms-excel"),
    "ods": Format("spreadsheet", ("ods",), "application/vnd.oasis.opendocument.spreadsheet"),
    "csv": Format("spreadsheet", ("csv",), "text/csv"),
    "pptx": Format(
        "presentation", ("pptx",), "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    "ppt": Format("presentation", ("ppt",), "application/vnd.ms-powerpoint"),
    "odp": Format("presentation", ("odp",), "application/vnd.oasis.opendocument.presentation"),
    "txt": Format("text", ("txt",), "text/plain"),
}
WORDS = {
    "pdf": N_("a PDF"),
    "image": N_("a picture"),
    "word": N_("a Word document"),
    "spreadsheet": N_("a spreadsheet"),
    "presentation": N_("a presentation"),
    "text": N_("a text file"),
}
KINDS = tuple(WORDS)
CHOICES = [(kind, words.split(" ", 1)[1]) for kind, words in WORDS.items()]


def words(allowed) -> str:
    """`{"pdf", "image", "word"}` -> "a PDF, a picture or a Word document"."""
    names = [_(text) for kind, text in WORDS.items() if kind in allowed]
    *others, last = names or [_("a file")]
    return ", ".join(others) + pgettext("kinds", " or ") + last if others else last


def extensions(allowed) -> list[str]:
    """For the `accept` attribute of a file question: [".pdf", ".jpg", ...]."""
    return [f".{end}" for format in FORMATS.values() if format.kind in allowed for end in format.extensions]


def of_extension(extension: str) -> str | None:
    """The kind a name's ending claims: "jpg" -> "image"; None when we take no such file."""
    return next((f.kind for f in FORMATS.values() if extension.lower() in f.extensions), None)
