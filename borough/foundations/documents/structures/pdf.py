"""PDF: begins and ends as one, and is not an archive as well."""

import zipfile

from django.utils.translation import gettext as _

from borough.foundations.documents.refused import Refused

from . import NotThis

TAIL = 4096  # scanners and browsers leave a little after the end mark


def check(file, format: str) -> None:
    file.seek(0)
    if not file.read(5) == b"%PDF-":
        raise NotThis
    file.seek(max(0, file.size - TAIL))
    if b"%%EOF" not in file.read():
        raise Refused(_("The selected file is damaged. Save it as a PDF again, or choose a different file"))
    if zipfile.is_zipfile(file):
        raise Refused(_("The selected file has another file hidden in it. Choose a different file"))
