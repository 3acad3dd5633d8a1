"""Files to send with a form."""

from itertools import count

from django.core.files.uploadedfile import SimpleUploadedFile

from borough.forms.walking.papers import PDF

number = count(1)


def pdf(name="letter.pdf", size=0) -> SimpleUploadedFile:
    """A small PDF, no two the same; of `size` bytes at least."""
    return SimpleUploadedFile(name, PDF + f"%{next(number)}\n".encode() + b"%" * size, "application/pdf")
