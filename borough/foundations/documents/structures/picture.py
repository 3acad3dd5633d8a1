"""Pictures: Pillow recognises them, their parts hold together, and they are not too large to open."""

import warnings
import zipfile

from django.utils.translation import gettext as _
from PIL import Image
from pillow_heif import register_heif_opener

from borough.foundations.documents.refused import Refused

from . import NotThis

register_heif_opener()
OPENERS = {"jpeg": ["JPEG", "MPO"], "png": ["PNG"], "gif": ["GIF"], "webp": ["WEBP"], "heic": ["HEIF"]}
MOST_PIXELS = 150_000_000  # phones reach 108 million; an officer's browser must open it


def check(file, format: str) -> None:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is below
            picture = Image.open(file, formats=OPENERS[format])
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except Exception as fault:  # Pillow raises many kinds on hostile input
        raise NotThis from fault
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_large()
    try:
        picture.verify()
    except Exception as fault:
        raise Refused(_("The selected picture is damaged. Take or save it again, or choose a different one")) from fault
    if zipfile.is_zipfile(file):
        raise Refused(_("The selected picture has another file hidden in it. Choose a different one"))


def _too_large() -> Refused:
    return Refused(_("The selected picture has too many pixels. Make it smaller, or take a new photo of it"))
