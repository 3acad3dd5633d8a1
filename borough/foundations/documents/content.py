"""What a file really is, by what is in it. Its name only has to agree."""

from django.utils.translation import gettext as _

from . import kinds, names
from .refused import Refused
from .structures import NotThis, office, old_office, pdf, picture, plain

CHECKS = {
    "pdf": pdf, "jpeg": picture, "png": picture, "gif": picture, "webp": picture, "heic": picture,
    "docx": office, "xlsx": office, "pptx": office, "odt": office, "ods": office, "odp": office,
    "doc": old_office, "xls": old_office, "ppt": old_office, "csv": plain, "txt": plain,
}  # fmt: skip
PLAIN = ("csv", "txt")
HEAD = 8192


def identify(file, *, name: str, allowed) -> kinds.Format:
    """The format of an open, seekable file with a `.size`.

    Raises Refused when it is none of the `allowed` kinds, or when its name claims to be another kind.
    """
    wanted = kinds.words(allowed)
    ending = names.split(name)[1]
    claimed = kinds.of_extension(ending) if ending else None
    if ending and claimed not in allowed:
        raise _must_be(wanted)
    found = _found(file, ending.lower())
    if found and found.kind in allowed and claimed in (None, found.kind):
        return found
    if claimed:
        raise Refused(
            _(
                "The selected file’s name ends in .{ending}, but it is not {kind}. "
                "Save it as {wanted}, and choose it again"
            ).format(ending=ending, kind=kinds.words({claimed}), wanted=wanted)
        )
    raise _must_be(wanted)


def _must_be(wanted: str) -> Refused:
    return Refused(_("The selected file must be {wanted}").format(wanted=wanted))


def _found(file, ending: str) -> kinds.Format | None:
    for key in _candidates(file, ending):
        try:
            CHECKS[key].check(file, key)
        except NotThis:
            continue
        return kinds.FORMATS[key]
    return None


def _candidates(file, ending: str) -> list[str]:
    """The formats whose beginning this is. Plain text has none: only its name suggests it."""
    if ending in PLAIN:
        return [ending]
    file.seek(0)
    head = file.read(HEAD)
    if head[4:8] == b"ftyp":  # the container of phones' HEIC pictures, and of films: Pillow tells them apart
        return ["heic"]
    import puremagic  # a megabyte of beginnings, which few processes need

    try:
        guesses = {guess.extension.lstrip(".") for guess in puremagic.magic_string(head)}
    except (puremagic.PureError, ValueError):  # nothing it knows, or nothing at all
        return []
    return [key for key, format in kinds.FORMATS.items() if key not in PLAIN and guesses & set(format.extensions)]
